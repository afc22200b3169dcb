import Glibc

/// A piece of text in UTF-8 (or what calls itself so) that somebody else keeps: a line, a value in it, an arena's block.
typealias Bytes = UnsafeBufferPointer<UInt8>

extension UnsafeBufferPointer<UInt8> {
    static var none: Bytes { Bytes(start: nil, count: 0) }

    init(_ text: StaticString) { self.init(start: text.utf8Start, count: text.utf8CodeUnitCount) }

    func slice(_ start: Int, _ end: Int) -> Bytes {
        guard let base = baseAddress, end > start else { return .none }
        return Bytes(start: base + start, count: end - start)
    }

    func slice(from start: Int) -> Bytes { slice(start, count) }

    func equals(_ other: Bytes) -> Bool {
        guard count == other.count else { return false }
        guard let left = baseAddress, let right = other.baseAddress else { return true }
        return memcmp(left, right, count) == 0
    }

    /// Where the other bytes begin, from `start` on.
    func find(_ other: Bytes, from start: Int = 0) -> Int? {
        guard let wanted = other.baseAddress, !other.isEmpty else { return start }
        guard let base = baseAddress else { return nil }
        var offset = start
        while count - offset >= other.count {
            guard let found = memchr(base + offset, Int32(wanted[0]), count - offset - other.count + 1) else {
                return nil
            }
            offset = UnsafeRawPointer(base).distance(to: UnsafeRawPointer(found))
            if memcmp(base + offset, wanted, other.count) == 0 { return offset }
            offset += 1
        }
        return nil
    }

    var string: String { String(decoding: self, as: UTF8.self) }

    /// Whether all bytes are ASCII: eight at a time.
    var isASCII: Bool {
        guard let base = baseAddress else { return true }
        let raw = UnsafeRawPointer(base)
        var index = 0
        while index + 8 <= count {
            if raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 != 0 { return false }
            index += 8
        }
        while index < count {
            if base[index] >= 0x80 { return false }
            index += 1
        }
        return true
    }

    /// A hash for tables that live no longer than a query; not meant to resist an attack, which could cost time only.
    var quickHash: UInt64 {
        guard let base = baseAddress else { return 0x9E37_79B9_7F4A_7C15 }
        let raw = UnsafeRawPointer(base)
        var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
        var index = 0
        while index + 8 <= count {
            hash = Self.mix(hash ^ raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            index += 8
        }
        if index < count {
            var rest: UInt64 = 0
            while index < count {
                rest = rest << 8 | UInt64(base[index])
                index += 1
            }
            hash = Self.mix(hash ^ rest)
        }
        return hash
    }

    static func mix(_ value: UInt64) -> UInt64 {
        let product = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
        return product.high ^ product.low
    }
}
