/// Cuts a configuration into tokens, as Alloy does: a line break ends a statement where it stands behind something that can end
/// one.
struct AlloyLexer {
    private let bytes: [UInt8]
    private var index = 0
    private var tokens: [AlloyToken] = []
    private var errors: [AlloySyntaxError] = []
    private var elisions: [Range<Int>] = []

    /// - Returns: the tokens, what is wrong, and the comments that stand for something left out: `// …`.
    static func read(
        _ bytes: [UInt8]
    ) -> (tokens: [AlloyToken], errors: [AlloySyntaxError], elisions: [Range<Int>]) {
        var lexer = AlloyLexer(bytes)
        lexer.run()
        return (lexer.tokens, lexer.errors, lexer.elisions)
    }

    private init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    }

    private func byte(_ offset: Int = 0) -> UInt8 { index + offset < bytes.count ? bytes[index + offset] : 0 }

    private mutating func run() {
        while index < bytes.count { next() }
        endLine(bytes.count..<bytes.count)
        tokens.append(AlloyToken(kind: .end, range: bytes.count..<bytes.count))
    }

    private mutating func next() {
        let start = index
        let first = byte()
        switch first {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): index += 1
        case UInt8(ascii: "\n"):
            index += 1
            endLine(start..<index)
        case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"):
            skipLine()
            noteElision(start..<index)
        case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "*"): skipComment()
        case UInt8(ascii: "\""), UInt8(ascii: "`"): readString(first)
        case UInt8(ascii: "'"):
            readString(first)
            fail("a string stands in double quotes, not in single ones", start..<index)
        case UInt8(ascii: "#"):
            skipLine()
            fail("`#` begins no comment in Alloy", start..<start + 1, help: "begin the comment with `//`")
        case _ where letterLength > 0: readWord()
        case _ where Self.isDigit(first), UInt8(ascii: ".") where Self.isDigit(byte(1)): readNumber()
        default: readSign()
        }
    }

    /// A line break, if it ends a statement.
    private mutating func endLine(_ range: Range<Int>) {
        switch tokens.last?.kind {
        case .identifier, .number, .boolean, .null, .string, .sign("}"), .sign("]"), .sign(")"), .illegal:
            tokens.append(AlloyToken(kind: .lineEnd, range: range))
        default: break
        }
    }

    private mutating func add(_ kind: AlloyToken.Kind, from start: Int) {
        tokens.append(AlloyToken(kind: kind, range: start..<index))
    }

    private mutating func fail(_ message: String, _ range: Range<Int>, help: String? = nil) {
        errors.append(AlloySyntaxError(message: message, range: range, help: help))
    }

    private mutating func skipLine() {
        while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
    }

    private mutating func noteElision(_ comment: Range<Int>) {
        let words = bytes[comment].dropFirst(2).drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        if words.starts(with: "...".utf8) || words.starts(with: "…".utf8) { elisions.append(comment) }
    }

    private mutating func skipComment() {
        let start = index
        var breaks: Range<Int>?
        index += 2
        while index < bytes.count {
            if byte() == UInt8(ascii: "*"), byte(1) == UInt8(ascii: "/") {
                index += 2
                noteElision(start..<index)
                if let breaks { endLine(breaks) }
                return
            }
            if byte() == UInt8(ascii: "\n"), breaks == nil { breaks = index..<index + 1 }
            index += 1
        }
        fail("the comment has no end", start..<start + 2, help: "end it with `*/`")
    }

    private mutating func readWord() {
        let start = index
        while index < bytes.count {
            let length = letterLength
            guard length > 0 || Self.isDigit(byte()) else { break }
            index += max(length, 1)
        }
        switch String(decoding: bytes[start..<index], as: UTF8.self) {
        case "true", "false": add(.boolean, from: start)
        case "null": add(.null, from: start)
        default: add(.identifier, from: start)
        }
    }

    private mutating func readNumber() {
        let start = index
        while Self.isDigit(byte()) { index += 1 }
        if byte() == UInt8(ascii: ".") {
            index += 1
            while Self.isDigit(byte()) { index += 1 }
        }
        if byte() | 0x20 == UInt8(ascii: "e") {
            index += 1
            if byte() == UInt8(ascii: "+") || byte() == UInt8(ascii: "-") { index += 1 }
            if !Self.isDigit(byte()) { fail("the exponent has no digits", start..<index) }
            while Self.isDigit(byte()) { index += 1 }
        }
        add(.number, from: start)
    }

    private mutating func readString(_ quote: UInt8) {
        let start = index
        let isRaw = quote == UInt8(ascii: "`")
        index += 1
        while index < bytes.count {
            let byte = bytes[index]
            if byte == quote {
                index += 1
                return add(quote == UInt8(ascii: "'") ? .illegal : .string(isRaw: isRaw), from: start)
            }
            if !isRaw, byte == UInt8(ascii: "\n") { break }
            if !isRaw, byte == UInt8(ascii: "\\") { readEscape() } else { index += 1 }
        }
        if quote != UInt8(ascii: "'") {
            fail(
                "the string has no end", start..<start + 1, help: isRaw ? "end it with a backtick" : "end it with `\"`")
        }
        add(.illegal, from: start)
    }

    private mutating func readEscape() {
        let start = index
        index += 1
        let kind = byte()
        let octal = UInt8(ascii: "0")...UInt8(ascii: "7")
        if "abfnrtv\\\"".utf8.contains(kind) {
            index += 1
            return
        }
        let digits: Int
        switch kind {
        case octal: digits = 3
        case UInt8(ascii: "x"): digits = 2
        case UInt8(ascii: "u"): digits = 4
        case UInt8(ascii: "U"): digits = 8
        default:
            // The character behind the backslash may have several bytes; a line break ends the string.
            let end = kind == UInt8(ascii: "\n") ? index : min(index + 1, bytes.count)
            fail(
                "there is no escape `\(String(decoding: bytes[start..<end], as: UTF8.self))`", start..<end,
                help: "write `\\\\` for a backslash, or put the string in backticks")
            return
        }
        if digits != 3 { index += 1 }
        let first = index
        while index < bytes.count, index - first < digits,
            digits == 3 ? octal.contains(byte()) : Self.isHexadecimal(byte())
        { index += 1 }
        if index - first < digits { fail("the escape needs \(digits) digits", start..<index) }
    }

    private static let pairs: Set<String> = ["==", "!=", "<=", ">=", "||", "&&"]
    private static let signs = Set("=!<>+-*/%^{}()[],.".utf8)

    private mutating func readSign() {
        let start = index
        let pair = String(decoding: bytes[start..<min(start + 2, bytes.count)], as: UTF8.self)
        if Self.pairs.contains(pair) {
            index += 2
            return add(.sign(pair), from: start)
        }
        if Self.signs.contains(byte()) {
            index += 1
            return add(.sign(String(decoding: bytes[start..<index], as: UTF8.self)), from: start)
        }
        repeat { index += 1 } while index < bytes.count && bytes[index] & 0xC0 == 0x80
        let text = String(decoding: bytes[start..<index], as: UTF8.self)
        let help = text == ";" ? "end a statement with a line break" : nil
        fail(
            bytes[start] < 0x20 || bytes[start] == 0x7F
                ? "there is a control character" : "nothing can begin with `\(text)`",
            start..<index, help: help)
        add(.illegal, from: start)
    }

    /// How many bytes the letter here has; 0 where there is none.
    private var letterLength: Int {
        let first = byte()
        guard first >= 0x80 else {
            return first == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20) ? 1 : 0
        }
        let scalar = String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self).unicodeScalars.first
        guard let scalar, scalar != "\u{FFFD}", scalar.properties.isAlphabetic else { return 0 }
        return UTF8.width(scalar)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        isDigit(byte) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
    }
}
