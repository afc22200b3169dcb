/// What's put in place of a match: text, in which `$1` and `${name}` stand for groups, as Go expands it.
struct RegexReplacement {
    enum Part {
        case text([UInt8])
        case group(Int)
        /// The group of the name that takes part in the match.
        case groups([Int])
    }

    let parts: [Part]

    init(literal text: [UInt8]) { parts = [.text(text)] }

    init(_ template: [UInt8], _ regex: Regex) {
        let names = regex.groupNames
        var parts: [Part] = []
        var rest = template[...]
        while !rest.isEmpty {
            let text = rest.prefix { $0 != UInt8(ascii: "$") }
            if !text.isEmpty { parts.append(.text(Array(text))) }
            rest = rest.dropFirst(text.count)
            guard rest.popFirst() != nil else { break }
            if rest.first == UInt8(ascii: "$") {
                rest = rest.dropFirst()
                parts.append(.text([UInt8(ascii: "$")]))
                continue
            }
            guard let name = Self.name(&rest) else {
                parts.append(.text([UInt8(ascii: "$")]))
                continue
            }
            if let number = Self.number(name) {
                parts.append(.group(number))
            } else {
                let text = String(decoding: name, as: UTF8.self)
                parts.append(.groups(names.indices.filter { names[$0] == text }.map { $0 + 1 }))
            }
        }
        self.parts = parts
    }

    /// Takes a name, with or without braces; takes nothing if there's none.
    private static func name(_ rest: inout ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        let hasBrace = rest.first == UInt8(ascii: "{")
        var name = hasBrace ? rest.dropFirst() : rest
        var length = 0
        while length < name.count {
            let rune = GoUTF8.rune(name.dropFirst(length))
            guard rune.scalar == "_" || rune.scalar.isGoLetter || rune.scalar.isGoDigit else { break }
            length += rune.width
        }
        let after = name.dropFirst(length)
        name = name.prefix(length)
        guard !name.isEmpty, !hasBrace || after.first == UInt8(ascii: "}") else { return nil }
        rest = hasBrace ? after.dropFirst() : after
        return name
    }

    /// The number of a group, which doesn't begin with a zero.
    private static func number(_ name: ArraySlice<UInt8>) -> Int? {
        guard name.allSatisfy(\.isDigit), name.count < 9, name.first != 0x30 || name.count == 1 else { return nil }
        return Int(String(decoding: name, as: UTF8.self))
    }

    func append(_ text: [UInt8], _ places: [Int], to output: inout [UInt8]) {
        func append(_ group: Int) -> Bool {
            guard 2 * group + 1 < places.count, places[2 * group] >= 0 else { return false }
            output += text[places[2 * group]..<places[2 * group + 1]]
            return true
        }
        for part in parts {
            switch part {
            case .text(let bytes): output += bytes
            case .group(let group): _ = append(group)
            case .groups(let groups): _ = groups.first(where: append)
            }
        }
    }
}

extension Regex {
    /// The text with all matches replaced. An empty match right after another one isn't replaced.
    func replacing(_ text: [UInt8], with replacement: RegexReplacement) throws(CallProblem) -> [UInt8] {
        var output: [UInt8] = []
        var places: [Int] = []
        var last = 0
        var position = 0
        while position <= text.count {
            guard text.withUnsafeBufferPointer({ find($0, from: position, places: &places) }) else { break }
            output += text[last..<places[0]]
            if places[1] > last || places[0] == 0 { replacement.append(text, places, to: &output) }
            last = places[1]
            position = max(places[1], position + max(1, GoUTF8.rune(text[position...]).width))
            try GoStrings.check(output.count)
        }
        return output + text[last...]
    }

    /// How many matches there are, an empty one right after another one not counted.
    func count(_ text: [UInt8]) -> Int {
        var places: [Int] = []
        var count = 0
        var position = 0
        var last = -1
        while position <= text.count {
            guard text.withUnsafeBufferPointer({ find($0, from: position, places: &places) }) else { break }
            let isEmpty = places[1] == position
            if !isEmpty || places[0] != last { count += 1 }
            position = isEmpty ? position + max(1, GoUTF8.rune(text[position...]).width) : places[1]
            last = places[1]
        }
        return count
    }
}
