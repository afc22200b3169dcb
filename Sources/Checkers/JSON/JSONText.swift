/// Reads JSON as its standard has it (RFC 8259), to find the first place where it is none.
struct JSONText {
    struct Problem: Equatable {
        let found: String
        let expected: String
        let help: String?
        let range: Range<Int>
    }

    /// Nested deeper than this, a text is refused.
    static let maximumDepth = 512

    private let text: [UInt8]
    private var offset = 0
    private var problem: Problem?

    private init(_ text: [UInt8]) { self.text = text }

    /// What is wrong with a text; nil where it is JSON.
    static func problem(in text: [UInt8]) -> Problem? {
        var reader = JSONText(text)
        reader.skipBlanks()
        if reader.value(depth: 0) {
            reader.skipBlanks()
            if reader.offset < text.count { reader.fail("the end of the text", help: reader.commentHelp) }
        }
        return reader.problem
    }

    private var byte: UInt8? { offset < text.count ? text[offset] : nil }

    private mutating func skipBlanks() {
        while let byte, byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { offset += 1 }
    }

    private var commentHelp: String? {
        byte == UInt8(ascii: "/") || byte == UInt8(ascii: "#") ? "JSON has no comments" : nil
    }

    private mutating func fail(_ expected: String, help: String? = nil, from start: Int? = nil) {
        guard problem == nil else { return }
        let start = min(start ?? offset, max(0, text.count - 1))
        var end = start
        while end < text.count, isWord(text[end]) { end += 1 }
        if end == start {
            // A character that is not ASCII has several bytes.
            end = min(start + 1, text.count)
            while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
        }
        let isEnd = text[start..<text.count].allSatisfy { $0 <= 0x20 }
        let found = isEnd ? "the end of the text" : "`\(String(decoding: text[start..<end], as: UTF8.self))`"
        problem = Problem(found: found, expected: expected, help: help, range: start..<end)
    }

    private func isWord(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }

    private mutating func value(depth: Int) -> Bool {
        guard depth < Self.maximumDepth else {
            fail("less than \(Self.maximumDepth) levels")
            return false
        }
        switch byte {
        case UInt8(ascii: "{"): return members(depth)
        case UInt8(ascii: "["): return elements(depth)
        case UInt8(ascii: "\""): return string()
        case UInt8(ascii: "'"):
            fail("a value", help: "put texts in double quotation marks")
            return false
        case let byte? where byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte):
            return number()
        default: break
        }
        for word in ["true", "false", "null"] where text[offset...].starts(with: word.utf8) {
            let end = offset + word.utf8.count
            if end < text.count, isWord(text[end]) { break }
            offset = end
            return true
        }
        let hint = ["True", "False", "None", "undefined", "NaN"].first { text[offset...].starts(with: $0.utf8) }
        fail("a value", help: hint.map { "JSON has no `\($0)`; it has `true`, `false` and `null`" } ?? commentHelp)
        return false
    }

    private mutating func members(_ depth: Int) -> Bool {
        offset += 1
        skipBlanks()
        if byte == UInt8(ascii: "}") { return step() }
        while true {
            guard byte == UInt8(ascii: "\"") else {
                fail("a key in double quotation marks", help: commentHelp)
                return false
            }
            guard string() else { return false }
            skipBlanks()
            guard byte == UInt8(ascii: ":") else {
                fail("`:`")
                return false
            }
            offset += 1
            skipBlanks()
            guard value(depth: depth + 1) else { return false }
            guard let goesOn = separator("}") else { return false }
            if !goesOn { return true }
        }
    }

    private mutating func elements(_ depth: Int) -> Bool {
        offset += 1
        skipBlanks()
        if byte == UInt8(ascii: "]") { return step() }
        while true {
            guard value(depth: depth + 1) else { return false }
            guard let goesOn = separator("]") else { return false }
            if !goesOn { return true }
        }
    }

    private mutating func step() -> Bool {
        offset += 1
        return true
    }

    /// Whether another element follows; nil where neither a comma nor the end does.
    private mutating func separator(_ close: Character) -> Bool? {
        skipBlanks()
        if byte == close.asciiValue { return !step() }
        guard byte == UInt8(ascii: ",") else {
            fail("`,` or `\(close)`", help: commentHelp)
            return nil
        }
        let comma = offset
        offset += 1
        skipBlanks()
        if byte == close.asciiValue {
            fail("another element", help: "JSON has no comma behind the last element", from: comma)
            return nil
        }
        return true
    }

    private mutating func number() -> Bool {
        let start = offset
        if byte == UInt8(ascii: "-") { offset += 1 }
        let first = byte
        guard digits() else { return invalidNumber(start) }
        if first == UInt8(ascii: "0"), offset - start > (text[start] == UInt8(ascii: "-") ? 2 : 1) {
            return invalidNumber(start)
        }
        if byte == UInt8(ascii: ".") {
            offset += 1
            guard digits() else { return invalidNumber(start) }
        }
        if byte.map({ $0 | 0x20 }) == UInt8(ascii: "e") {
            offset += 1
            if byte == UInt8(ascii: "+") || byte == UInt8(ascii: "-") { offset += 1 }
            guard digits() else { return invalidNumber(start) }
        }
        return byte.map(isWord) == true ? invalidNumber(start) : true
    }

    private mutating func invalidNumber(_ start: Int) -> Bool {
        fail("a number", from: start)
        return false
    }

    private mutating func digits() -> Bool {
        let start = offset
        while let byte, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { offset += 1 }
        return offset > start
    }

    private mutating func string() -> Bool {
        let start = offset
        offset += 1
        while let byte {
            if byte == UInt8(ascii: "\"") { return step() }
            if byte < 0x20 {
                let isBreak = byte == 0x0A || byte == 0x0D
                fail(
                    isBreak ? "the end of the string" : "an escape for a control character",
                    help: isBreak ? "a string ends in its line; write `\\n` for a line break" : nil,
                    from: isBreak ? start : offset)
                return false
            }
            guard byte == UInt8(ascii: "\\") else {
                offset += 1
                continue
            }
            guard escape() else { return false }
        }
        fail("the end of the string", from: start)
        return false
    }

    private mutating func escape() -> Bool {
        let start = offset
        offset += 1
        guard let byte else {
            fail("an escape", from: start)
            return false
        }
        offset += 1
        if "\"\\/bfnrt".utf8.contains(byte) { return true }
        let digits = text[offset...].prefix(4)
        guard byte == UInt8(ascii: "u"), digits.count == 4, digits.allSatisfy(Self.isHex) else {
            fail("an escape that JSON knows", from: start)
            return false
        }
        offset += 4
        return true
    }

    private static func isHex(_ byte: UInt8) -> Bool {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }
}
