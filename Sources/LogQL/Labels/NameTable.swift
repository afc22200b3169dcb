/// The names of labels that a query meets, each once, known by its number. Comparing names is comparing numbers.
struct NameTable {
    private let arena = Arena()
    private(set) var names: [Bytes] = []
    private var hashes: [UInt64] = []
    /// Open addressing; -1 is free. Its size is a power of two.
    private var slots = [Int32](repeating: -1, count: 256)

    static let error: Int32 = 0
    static let errorDetails: Int32 = 1
    static let preserveError: Int32 = 2

    init() {
        _ = number("__error__")
        _ = number("__error_details__")
        _ = number("__preserve_error__")
    }

    subscript(number: Int32) -> Bytes { names[Int(number)] }

    mutating func number(_ name: String) -> Int32 {
        var name = name
        return name.withUTF8 { number($0) }
    }

    mutating func number(_ name: Bytes) -> Int32 {
        let hash = name.quickHash
        var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
        while slots[slot] >= 0 {
            let number = Int(slots[slot])
            if hashes[number] == hash, names[number].equals(name) { return Int32(truncatingIfNeeded: number) }
            slot = (slot + 1) & (slots.count - 1)
        }
        let number = Int32(truncatingIfNeeded: names.count)
        names.append(arena.copy(name))
        hashes.append(hash)
        slots[slot] = number
        if names.count * 2 > slots.count { grow() }
        return number
    }

    private mutating func grow() {
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for (number, hash) in hashes.enumerated() {
            var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
            while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = Int32(truncatingIfNeeded: number)
        }
    }
}
