import Glibc

/// An address of a machine, as a socket names it: whether it is one of the public internet.
public struct NetworkAddress: Sendable, Hashable, CustomStringConvertible {
    /// 4 or 16 bytes.
    let bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Reads the text of an address, of IPv4 or IPv6.
    public init?(_ text: String) {
        var four = in_addr()
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: &four) { Array($0) }
            return
        }
        var sixteen = in6_addr()
        guard inet_pton(AF_INET6, text, &sixteen) == 1 else { return nil }
        bytes = withUnsafeBytes(of: &sixteen) { Array($0) }
    }

    /// Nil for addresses of other families.
    init?(_ address: UnsafePointer<sockaddr>) {
        switch Int32(address.pointee.sa_family) {
        case AF_INET:
            bytes = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { pointer in
                withUnsafeBytes(of: pointer.pointee.sin_addr) { Array($0) }
            }
        case AF_INET6:
            bytes = address.withMemoryRebound(to: sockaddr_in6.self, capacity: 1) { pointer in
                withUnsafeBytes(of: pointer.pointee.sin6_addr) { Array($0) }
            }
        default: return nil
        }
    }

    /// What kind of network it belongs to, in words; nil for the public internet.
    public var privacy: String? {
        if bytes.count == 4 { return Self.match(bytes, Self.ofFour) }
        // Addresses of IPv4 in the clothes of IPv6 reach the same machines.
        for (prefix, start) in Self.disguises where bytes.starts(with: prefix) {
            return Self.match(Array(bytes[start..<start + 4]), Self.ofFour)
        }
        return Self.match(bytes, Self.ofSixteen)
    }

    public var description: String {
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        guard inet_ntop(bytes.count == 4 ? AF_INET : AF_INET6, bytes, &buffer, socklen_t(buffer.count)) != nil else {
            return "?"
        }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    private static func match(_ bytes: [UInt8], _ blocks: [Block]) -> String? {
        blocks.first { $0.contains(bytes) }?.meaning
    }

    /// Addresses that share their first bits.
    private struct Block: Sendable {
        let prefix: [UInt8]
        let bits: Int
        let meaning: String

        init(_ prefix: [UInt8], _ bits: Int, _ meaning: String) {
            self.prefix = prefix
            self.bits = bits
            self.meaning = meaning
        }

        func contains(_ bytes: [UInt8]) -> Bool {
            for (index, byte) in prefix.enumerated() {
                let left = bits - 8 * index
                guard left > 0 else { return true }
                let mask = left >= 8 ? 0xFF : UInt8(truncatingIfNeeded: 0xFF00 >> left)
                guard index < bytes.count, bytes[index] & mask == byte & mask else { return false }
            }
            return true
        }
    }

    /// The special-purpose registry of IANA (RFC 6890 and what followed).
    private static let ofFour = [
        Block([0], 8, "this machine"), Block([127], 8, "this machine"),
        Block([10], 8, "a private network"), Block([172, 16], 12, "a private network"),
        Block([192, 168], 16, "a private network"), Block([100, 64], 10, "a private network"),
        Block([169, 254], 16, "the local link"), Block([192, 0, 0], 24, "a private network"),
        Block([192, 0, 2], 24, "documentation"), Block([198, 51, 100], 24, "documentation"),
        Block([203, 0, 113], 24, "documentation"), Block([198, 18], 15, "measurements"),
        Block([192, 88, 99], 24, "a tunnel"), Block([224], 4, "multicast"), Block([240], 4, "no machine"),
    ]
    private static let ofSixteen = [
        Block([UInt8](repeating: 0, count: 15) + [1], 128, "this machine"),
        Block([UInt8](repeating: 0, count: 16), 128, "this machine"),
        Block([0xFC], 7, "a private network"), Block([0xFE, 0x80], 10, "the local link"),
        Block([0xFE, 0xC0], 10, "a private network"), Block([0xFF], 8, "multicast"),
        Block([0x01, 0x00, 0, 0, 0, 0, 0, 0], 64, "no machine"), Block([0x20, 0x01, 0x0D, 0xB8], 32, "documentation"),
        Block([0x3F, 0xFF, 0x00], 20, "documentation"), Block([0x00, 0x64, 0xFF, 0x9B, 0, 1], 48, "a private network"),
        Block([0x20, 0x01, 0, 0], 32, "a tunnel"), Block([0x5F, 0x00], 16, "a private network"),
    ]
    /// How such addresses begin, and where the four bytes stand: mapped and compatible, translated, and 6to4.
    private static let disguises: [(prefix: [UInt8], start: Int)] = [
        ([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], 12),
        ([0x00, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0], 12),
        ([0x20, 0x02], 2),
    ]
}
