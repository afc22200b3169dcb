import Diagnostics

/// Reads a fence's attributes, and goes on after what it can't read.
struct FenceAttributeParser {
    let text: UnsafeBufferPointer<UInt8>
    let map: PositionMap
    private var offset = 0
    private(set) var attributes: FenceAttributes
    private(set) var diagnostics: [Diagnostic] = []

    /// - Parameter range: from `{` to the end of the fence's line.
    init(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>, map: PositionMap) {
        self.text = text
        self.map = map
        attributes = FenceAttributes(range: range)
        offset = range.lowerBound + 1
        parse(to: range.upperBound)
    }

    private mutating func parse(to end: Int) {
        while true {
            skipBlanks(to: end)
            guard offset < end else {
                let open = attributes.range.lowerBound
                report(FenceAttributeSyntax.unclosed(at: map.origin(of: open..<open + 1)))
                return
            }
            if text[offset] == .rightBrace { break }
            if text[offset] == .hash { readID(to: end) } else { readAttribute(to: end) }
        }
        offset += 1
        attributes.range = attributes.range.lowerBound..<offset
        skipBlanks(to: end)
        if offset < end { report(FenceAttributeSyntax.trailing(at: map.origin(of: offset..<end))) }
    }

    private mutating func readID(to end: Int) {
        let start = offset
        offset += 1
        let value = readWord(to: end)
        if value.isEmpty {
            report(FenceAttributeSyntax.emptyID(at: map.origin(of: start..<offset)))
        } else if !text[value].allSatisfy({ $0.isWord || $0 == .hyphen || $0 == .period || $0 == .colon }) {
            report(FenceAttributeSyntax.malformedID(string(value), at: map.origin(of: value)))
        } else {
            add("id", value: value, range: start..<offset, name: start..<start + 1)
        }
    }

    private mutating func readAttribute(to end: Int) {
        let start = offset
        while offset < end, text[offset].isWord || text[offset] == .hyphen { offset += 1 }
        let name = start..<offset
        guard !name.isEmpty else {
            _ = readWord(to: end)
            if offset == start { offset += 1 }
            report(FenceAttributeSyntax.unexpected(string(start..<offset), at: map.origin(of: start..<offset)))
            return
        }
        guard offset < end, text[offset] == .equals else {
            addFlag(name)
            return
        }
        offset += 1
        guard let value = readValue(to: end) else { return }
        addValue(name, value, range: start..<offset)
    }

    /// A word, or a text in quotes; quotes inside can't be escaped, the other kind may stand there.
    private mutating func readValue(to end: Int) -> Range<Int>? {
        guard offset < end, text[offset] == .quote || text[offset] == .apostrophe else {
            let value = readWord(to: end)
            if value.isEmpty { report(FenceAttributeSyntax.missingValue(at: map.origin(of: offset - 1..<offset))) }
            return value.isEmpty ? nil : value
        }
        let close = text[offset]
        let start = offset + 1
        offset = start
        while offset < end, text[offset] != close { offset += 1 }
        let value = start..<offset
        if offset < end {
            offset += 1
            return value
        }
        report(FenceAttributeSyntax.unclosedQuote(at: map.origin(of: start - 1..<start)))
        return nil
    }

    private mutating func addFlag(_ name: Range<Int>) {
        let word = string(name)
        if FenceAttributes.flags.contains(word) {
            add(word, value: name.upperBound..<name.upperBound, range: name, name: name)
        } else if FenceAttributes.keys.contains(word) {
            report(FenceAttributeSyntax.needsValue(word, at: map.origin(of: name)))
        } else {
            report(FenceUnknownAttribute.unknown(word, at: map.origin(of: name)))
        }
    }

    private mutating func addValue(_ name: Range<Int>, _ value: Range<Int>, range: Range<Int>) {
        let word = string(name)
        if word == "id" {
            report(FenceAttributeSyntax.idAsKey(string(value), at: map.origin(of: range)))
        } else if FenceAttributes.flags.contains(word) {
            report(FenceAttributeSyntax.takesNoValue(word, at: map.origin(of: range)))
        } else if !FenceAttributes.keys.contains(word) {
            report(FenceUnknownAttribute.unknown(word, at: map.origin(of: name)))
        } else {
            add(word, value: value, range: range, name: name)
            if word == "mark" { readMarkedLines(value) }
        }
    }

    private mutating func add(_ name: String, value: Range<Int>, range: Range<Int>, name nameRange: Range<Int>) {
        if let first = attributes[name] {
            report(
                FenceDuplicateAttribute.duplicate(
                    name, at: map.origin(of: range), first: map.origin(of: first.range).span))
            return
        }
        attributes.all.append(
            .init(name: name, value: string(value), range: range, nameRange: nameRange, valueRange: value))
    }

    /// `2-3,5`
    private mutating func readMarkedLines(_ value: Range<Int>) {
        for part in text[value].split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            let numbers = part.split(separator: .hyphen, omittingEmptySubsequences: false).map {
                Int(String(decoding: $0, as: UTF8.self))
            }
            if let first = numbers[0], let last = numbers[numbers.count - 1], numbers.count <= 2, 0 < first,
                first <= last
            {
                attributes.markedLines.append(first...last)
            } else {
                let range = part.startIndex..<part.endIndex
                report(FenceAttributeSyntax.malformedLines(string(range), at: map.origin(of: range)))
            }
        }
    }

    private mutating func skipBlanks(to end: Int) {
        while offset < end, text[offset].isBlank { offset += 1 }
    }

    private mutating func readWord(to end: Int) -> Range<Int> {
        let start = offset
        while offset < end, !text[offset].isBlank, text[offset] != .rightBrace { offset += 1 }
        return start..<offset
    }

    private mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

    private func string(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }
}
