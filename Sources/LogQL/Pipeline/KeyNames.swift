/// Names of labels made of keys: what is no letter, digit or underscore becomes one.
struct KeyNames {
    /// By the number of the key as it was written.
    private var keys = NameTable()
    private var byKey: [Int32] = []

    private static let unknown: Int32 = -2
    private static let nothing: Int32 = -1

    /// Nil where nothing is left of the key.
    mutating func name(_ key: Bytes, _ names: inout NameTable) -> Int32? {
        let number = Int(keys.number(key))
        while byKey.count <= number { byKey.append(Self.unknown) }
        if byKey[number] == Self.unknown {
            let clean = Self.clean(key)
            byKey[number] = clean.isEmpty ? Self.nothing : clean.withUnsafeBufferPointer { names.number($0) }
        }
        return byKey[number] == Self.nothing ? nil : byKey[number]
    }

    static func clean(_ key: Bytes) -> [UInt8] {
        var output: [UInt8] = []
        appendClean(key, to: &output)
        return output
    }

    /// A key joined to those round it, in the arena's memory.
    static func joined(_ prefix: Bytes, _ key: Bytes, _ arena: Arena) -> Bytes {
        if trimmed(key).isEmpty { return prefix }
        var name = Array(prefix)
        if !name.isEmpty { name.append(UInt8(ascii: "_")) }
        appendClean(key, to: &name)
        return arena.copy(name)
    }

    private static func appendClean(_ key: Bytes, to output: inout [UInt8]) {
        let key = trimmed(key)
        guard let first = key.first else { return }
        if output.isEmpty, first.isDigit { output.append(UInt8(ascii: "_")) }
        var index = 0
        while index < key.count {
            let byte = key[index]
            output.append(byte.isNamePart ? byte : UInt8(ascii: "_"))
            index += byte < 0x80 ? 1 : max(1, Repair.characterLength(key, index))
        }
    }

    /// Without white space at both ends, Unicode's included.
    private static func trimmed(_ key: Bytes) -> Bytes {
        guard let first = key.first, let last = key.last else { return key }
        if first > 0x20, first < 0x80, last > 0x20, last < 0x80 { return key }
        var start = 0
        var end = key.count
        while start < end, let length = spaceLength(key, start) { start += length }
        while end > start {
            var from = end - 1
            while from > start, key[from] & 0xC0 == 0x80 { from -= 1 }
            guard let length = spaceLength(key, from), from + length == end else { break }
            end = from
        }
        return key.slice(start, end)
    }

    private static func spaceLength(_ text: Bytes, _ index: Int) -> Int? {
        let byte = text[index]
        if byte < 0x80 { return byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) ? 1 : nil }
        let length = Repair.characterLength(text, index)
        guard length > 0 else { return nil }
        let scalar = text.slice(index, index + length).string.unicodeScalars.first
        return scalar?.properties.isWhitespace ?? false ? length : nil
    }
}
