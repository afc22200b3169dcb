import Glibc

/// The addresses of `ip("…")`: one, a network, or a range.
struct AddressMatcher {
    /// An address as 16 bytes in order; one of version 4 has its four at the end.
    struct Address: Comparable {
        var high: UInt64
        var low: UInt64
        var isVersion4: Bool
        /// Behind `%`.
        var zone = ""

        static func < (first: Address, second: Address) -> Bool {
            (first.high, first.low) < (second.high, second.low)
        }
    }

    private enum Kind {
        case one(Address)
        case network(Address, bits: Int)
        case range(Address, Address)
    }

    private let kind: Kind

    init(_ text: String) throws(PipelineError) {
        if let address = Self.address(text) {
            kind = .one(address)
        } else if let network = Self.network(text) {
            kind = network
        } else if let range = Self.range(text) {
            kind = range
        } else {
            throw PipelineError(message: "ip: invalid pattern: \(GoString.quote(text))")
        }
    }

    private static func network(_ text: String) -> Kind? {
        guard let slash = text.lastIndex(of: "/"), let address = address(String(text[..<slash])) else { return nil }
        let bits = text[text.index(after: slash)...]
        guard address.zone.isEmpty, !bits.isEmpty, bits.utf8.allSatisfy(\.isDigit), let count = Int(bits),
            bits == "0" || !bits.hasPrefix("0"), count <= (address.isVersion4 ? 32 : 128)
        else { return nil }
        return .network(address, bits: count)
    }

    private static func range(_ text: String) -> Kind? {
        guard let dash = text.firstIndex(of: "-"), let first = address(String(text[..<dash])),
            let last = address(String(text[text.index(after: dash)...])), first.zone.isEmpty, last.zone.isEmpty,
            first.isVersion4 == last.isVersion4, first <= last
        else { return nil }
        return .range(first, last)
    }

    func matches(_ address: Address) -> Bool {
        switch kind {
        case .one(let wanted): return wanted == address
        case .network(let network, let bits):
            guard network.isVersion4 == address.isVersion4, address.zone.isEmpty else { return false }
            let fixed = bits + (network.isVersion4 ? 96 : 0)
            let high = fixed >= 64 ? UInt64.max : fixed == 0 ? 0 : ~(UInt64.max >> UInt64(fixed))
            let low = fixed <= 64 ? 0 : fixed == 128 ? UInt64.max : ~(UInt64.max >> UInt64(fixed - 64))
            return network.high & high == address.high & high && network.low & low == address.low & low
        case .range(let first, let last):
            return first.isVersion4 == address.isVersion4 && address.zone.isEmpty && first <= address && address <= last
        }
    }

    // MARK: - Reading

    /// As Go's netip reads addresses: no leading zeros, no ports.
    static func address(_ text: String) -> Address? {
        let parts = text.split(separator: "%", maxSplits: 1, omittingEmptySubsequences: false)
        guard let plain = parts.first, !plain.isEmpty else { return nil }
        if !plain.contains(":") {
            guard parts.count == 1, let value = version4(plain.utf8) else { return nil }
            return Address(high: 0, low: UInt64(value), isVersion4: true)
        }
        if parts.count == 2, parts[1].isEmpty { return nil }
        var storage = in6_addr()
        guard inet_pton(AF_INET6, String(plain), &storage) == 1 else { return nil }
        let words = withUnsafeBytes(of: storage) {
            (
                UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
                UInt64(bigEndian: $0.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            )
        }
        return Address(
            high: words.0, low: words.1, isVersion4: false, zone: parts.count == 2 ? String(parts[1]) : "")
    }

    private static func version4(_ text: some Sequence<UInt8>) -> UInt32? {
        var value: UInt32 = 0
        var part: UInt32 = 0
        var digits = 0
        var dots = 0
        for byte in text {
            if byte == UInt8(ascii: ".") {
                guard digits > 0, dots < 3 else { return nil }
                value = value << 8 | part
                (part, digits) = (0, 0)
                dots += 1
            } else {
                guard byte.isDigit, digits == 0 || part > 0 else { return nil }
                part = part * 10 + UInt32(byte - 48)
                digits += 1
                guard part < 256 else { return nil }
            }
        }
        return digits > 0 && dots == 3 ? value << 8 | part : nil
    }

    // MARK: - Searching

    /// Whether one of the addresses stands in the text.
    func isFound(in text: Bytes) -> Bool {
        var index = 0
        while index < text.count {
            let length: Int
            if Self.mayBeVersion4(text, index) {
                length = Self.span(text, index) { $0.isDigit || $0 == UInt8(ascii: ".") }
            } else if Self.mayBeVersion6(text, index) {
                length = Self.span(text, index) { $0.isHexDigit || $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: ".") }
            } else {
                index += 1
                continue
            }
            if let address = Self.address(text.slice(index, index + length).string), matches(address) { return true }
            // The byte behind what was read is not looked at again.
            index += length + 1
        }
        return false
    }

    private static func span(_ text: Bytes, _ start: Int, _ accepts: (UInt8) -> Bool) -> Int {
        var end = start
        while end < text.count, accepts(text[end]) { end += 1 }
        return end - start
    }

    private static func mayBeVersion4(_ text: Bytes, _ index: Int) -> Bool {
        guard index + 3 < text.count, text[index].isDigit else { return false }
        return (1...3).contains { text[index + $0] == UInt8(ascii: ".") }
    }

    private static func mayBeVersion6(_ text: Bytes, _ index: Int) -> Bool {
        guard index + 4 < text.count else { return false }
        let colon = UInt8(ascii: ":")
        if text[index] == colon { return text[index + 1] == colon && text[index + 2].isHexDigit }
        for length in 0..<4 {
            guard text[index + length].isHexDigit else { return false }
            if text[index + length + 1] == colon { return true }
        }
        return false
    }
}

extension UInt8 {
    var isHexDigit: Bool { isDigit || (self | 0x20) &- 97 < 6 }
}
