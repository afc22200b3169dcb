/// Finds keywords by their bytes, in any case, without making strings of them.
enum KeywordTable {
    /// Open addressing by a hash of the bytes in lower case; the number of slots is a power of two.
    private static let slots: [Keyword?] = {
        var slots = [Keyword?](repeating: nil, count: 512)
        for keyword in Keyword.allCases {
            var slot = Int(truncatingIfNeeded: hash(keyword.rawValue.utf8)) & 511
            while slots[slot] != nil { slot = (slot + 1) & 511 }
            slots[slot] = keyword
        }
        return slots
    }()

    static func keyword(_ bytes: ArraySlice<UInt8>) -> Keyword? {
        var slot = Int(truncatingIfNeeded: hash(bytes)) & 511
        while let keyword = slots[slot] {
            if matches(keyword.rawValue.utf8, bytes) { return keyword }
            slot = (slot + 1) & 511
        }
        return nil
    }

    private static func lower(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 0x20 : byte }

    private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(lower(byte))) &* 0x100_0000_01B3 }
        return hash ^ hash >> 32
    }

    private static func matches(_ keyword: String.UTF8View, _ bytes: ArraySlice<UInt8>) -> Bool {
        keyword.count == bytes.count && zip(keyword, bytes).allSatisfy { $0 == lower($1) }
    }
}
