import Glibc

/// The distinct words of a text or of a site, each with a number in the order of first use.
struct SearchTerms: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = []
    private var hashes: [UInt64] = []
    /// Numbers of terms by hash, with open addressing; -1 is free. The count is a power of two.
    private var slots: [Int32] = []

    init() {}

    /// - Parameter count: how many terms there will be, about.
    init(room count: Int) {
        bytes.reserveCapacity(8 * count)
        ends.reserveCapacity(count)
        hashes.reserveCapacity(count)
        grow(to: 2 * count)
    }

    /// The terms of another table in their order, as `listed` has them.
    init(listed bytes: [UInt8]) {
        self.bytes.reserveCapacity(bytes.count)
        bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            for end in bytes.indices where bytes[end] == Self.blank {
                let term = UnsafeBufferPointer(rebasing: bytes[start..<end])
                self.bytes.append(contentsOf: term)
                ends.append(self.bytes.count)
                hashes.append(Self.hash(term))
                start = end + 1
            }
        }
    }

    /// All terms in their order, each with a blank behind it, which no term has.
    var listed: [UInt8] {
        var list: [UInt8] = []
        list.reserveCapacity(bytes.count + ends.count)
        for number in ends.indices {
            list += self[number]
            list.append(Self.blank)
        }
        return list
    }

    private static let blank = UInt8(ascii: " ")

    var count: Int { ends.count }
    var indices: Range<Int> { ends.indices }

    subscript(number: Int) -> ArraySlice<UInt8> { bytes[(number == 0 ? 0 : ends[number - 1])..<ends[number]] }

    /// The number of a term, which is added where it is new.
    mutating func number(of term: UnsafeBufferPointer<UInt8>) -> Int { number(of: term, hash: Self.hash(term)) }

    /// The numbers that the terms of another table have in this one.
    mutating func add(_ other: SearchTerms) -> [UInt32] {
        other.bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            return other.ends.indices.map { index in
                let term = UnsafeBufferPointer(rebasing: bytes[start..<other.ends[index]])
                start = other.ends[index]
                return UInt32(number(of: term, hash: other.hashes[index]))
            }
        }
    }

    /// The numbers of all terms, the terms in the order of their bytes.
    func sorted() -> [Int] {
        bytes.withUnsafeBufferPointer { bytes in
            let terms = ends.indices.map {
                UnsafeBufferPointer(rebasing: bytes[($0 == 0 ? 0 : ends[$0 - 1])..<ends[$0]])
            }
            return ends.indices.sorted { terms[$0].lexicographicallyPrecedes(terms[$1]) }
        }
    }

    private mutating func number(of term: UnsafeBufferPointer<UInt8>, hash: UInt64) -> Int {
        if slots.isEmpty { grow() }
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if hashes[number] == hash, isEqual(number, term) { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = ends.count
        slots[slot] = Int32(number)
        bytes.append(contentsOf: term)
        ends.append(bytes.count)
        hashes.append(hash)
        if ends.count * 2 > slots.count { grow() }
        return number
    }

    private func isEqual(_ number: Int, _ term: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = number == 0 ? 0 : ends[number - 1]
        guard ends[number] - start == term.count else { return false }
        return bytes.withUnsafeBufferPointer { bytes in
            guard let known = bytes.baseAddress, let asked = term.baseAddress else { return term.isEmpty }
            return memcmp(known + start, asked, term.count) == 0
        }
    }

    private mutating func grow(to least: Int = 256) {
        var count = max(256, slots.count * 2)
        while count < max(least, ends.count * 2) { count *= 2 }
        slots = [Int32](repeating: -1, count: count)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(number)
        }
    }

    /// FNV-1a (Fowler, Noll and Vo), its upper half folded in since the lower bits choose the slot.
    private static func hash(_ term: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in term { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        return hash ^ (hash >> 32)
    }
}
