/// Parts a query into tokens, as Loki's lexer does: Go's text scanner for numbers, strings, names and comments, and Loki's
/// own rules for durations, sizes, ranges and functions.
struct Lexer {
    let query: [UInt8]
    let readsVariables: Bool
    var offset = 0
    private(set) var errors: [SyntaxError] = []

    init(_ query: [UInt8], _ options: QueryOptions = []) {
        self.query = query
        readsVariables = options.contains(.grafana)
    }

    /// All tokens, the end last. After an error reading goes on where it can.
    static func tokens(of query: [UInt8], _ options: QueryOptions = []) -> (tokens: [Token], errors: [SyntaxError]) {
        var lexer = Lexer(query, options)
        lexer.checkCharacters()
        var tokens: [Token] = []
        tokens.reserveCapacity(query.count / 3 + 2)
        while true {
            let token = lexer.next()
            tokens.append(token)
            if token.kind == .end { return (tokens, lexer.errors) }
        }
    }

    /// Go's scanner refuses NUL and what is no UTF-8, in strings and comments too, and skips a byte order mark at the start.
    private mutating func checkCharacters() {
        if query.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
        var index = 0
        while index < query.count {
            let byte = query[index]
            if byte &- 1 < 0x7F {
                index += 1
                continue
            }
            let rune = GoUTF8.rune(query[index...].prefix(4))
            if byte == 0 || rune.isInvalid {
                fail(byte == 0 ? "the character NUL" : "a byte that is no UTF-8", index..<index + 1)
                return
            }
            index += rune.width
        }
    }

    func byte(_ index: Int) -> UInt8 { index < query.count ? query[index] : 0 }

    mutating func fail(_ message: String, _ range: Range<Int>, hint: String? = nil) {
        errors.append(SyntaxError(message: message, range: range, hint: hint))
    }

    private mutating func next() -> Token {
        skipBlanksAndComments()
        let start = offset
        guard start < query.count else { return Token(kind: .end, range: start..<start) }
        let first = query[start]
        if first.isNameStart || first >= 0x80 { return word(from: start) }
        if first.isDigit || (first == UInt8(ascii: ".") && byte(start + 1).isDigit) { return number(from: start) }
        if readsVariables, let end = GrafanaVariable.end(in: query, at: start) { return variable(from: start, to: end) }
        switch first {
        case UInt8(ascii: "\""), UInt8(ascii: "`"): return string(from: start, quote: first)
        case UInt8(ascii: "'"): return character(from: start)
        case UInt8(ascii: "["): return range(from: start)
        case UInt8(ascii: "-"): if let token = dashed(from: start) { return token }
        default: break
        }
        return sign(from: start)
    }

    private mutating func skipBlanksAndComments() {
        while offset < query.count {
            switch query[offset] {
            case 0x20, 0x09, 0x0A, 0x0D: offset += 1
            case UInt8(ascii: "#"): skipLine()
            case UInt8(ascii: "/") where byte(offset + 1) == UInt8(ascii: "/"): skipLine()
            case UInt8(ascii: "/") where byte(offset + 1) == UInt8(ascii: "*"):
                let start = offset
                offset += 2
                while offset < query.count,
                    !(query[offset] == UInt8(ascii: "*") && byte(offset + 1) == UInt8(ascii: "/"))
                {
                    offset += 1
                }
                if offset >= query.count { fail("the comment has no end", start..<start + 2) }
                offset = min(offset + 2, query.count)
            default: return
            }
        }
    }

    private mutating func skipLine() { while offset < query.count, query[offset] != 0x0A { offset += 1 } }

    // MARK: - Words and signs

    private mutating func word(from start: Int) -> Token {
        while offset < query.count {
            if query[offset].isNamePart {
                offset += 1
                continue
            }
            guard query[offset] >= 0x80 else { break }
            let rune = GoUTF8.rune(query[offset...].prefix(4))
            let isPart = rune.scalar.isGoLetter || (offset > start && rune.scalar.isGoDigit)
            // Any other character is a name by itself.
            if isPart || offset == start { offset += rune.width }
            guard isPart else { break }
        }
        if readsVariables, let end = GrafanaVariable.end(in: query, at: offset) {
            return variable(from: start, to: end)
        }
        let text = String(decoding: query[start..<offset], as: UTF8.self)
        if let keyword = KeywordTable.keyword(query[start..<offset]), !keyword.isFunction || isCalled(at: offset) {
            return Token(kind: .keyword(keyword), range: start..<offset, text: text)
        }
        return Token(kind: .identifier, range: start..<offset, text: text)
    }

    /// Whether a parenthesis follows, or a grouping with one: that makes a function of a name.
    private func isCalled(at offset: Int) -> Bool {
        var index = skipSpace(from: offset)
        if byte(index) == UInt8(ascii: "(") { return true }
        for word in ["by", "without"] {
            let end = index + word.utf8.count
            if end <= query.count, zip(query[index..<end], word.utf8).allSatisfy({ $0 | 0x20 == $1 }) {
                index = skipSpace(from: end)
                return byte(index) == UInt8(ascii: "(")
            }
        }
        return false
    }

    private func skipSpace(from offset: Int) -> Int {
        var index = offset
        while index < query.count, query[index] == 0x20 || (query[index] >= 0x09 && query[index] <= 0x0D) { index += 1 }
        return index
    }

    private mutating func sign(from start: Int) -> Token {
        for length in [2, 1] where start + length <= query.count {
            if let keyword = KeywordTable.keyword(query[start..<start + length]) {
                offset = start + length
                return Token(kind: .keyword(keyword), range: start..<offset, text: keyword.rawValue)
            }
        }
        // Any other sign is a name to Loki's lexer; the grammar refuses it.
        offset = start + 1
        return Token(kind: .identifier, range: start..<offset, text: String(decoding: [query[start]], as: UTF8.self))
    }

    /// A flag of a parser, or a negative duration.
    private mutating func dashed(from start: Int) -> Token? {
        if byte(start + 1) == UInt8(ascii: "-") {
            var end = start + 1
            while byte(end).isLetter || byte(end) == UInt8(ascii: "-") { end += 1 }
            let flag = String(decoding: query[start..<end], as: UTF8.self)
            if flag == "--strict" || flag == "--keep-empty" {
                offset = end
                return Token(kind: .flag, range: start..<end, text: flag)
            }
        }
        return duration(from: start, scanned: start + 1)
    }

    // MARK: - Numbers

    private mutating func number(from start: Int) -> Token {
        let end = NumberScan.end(of: query, from: start) { message, range in
            errors.append(SyntaxError(message: message, range: range, hint: nil))
        }
        if let token = duration(from: start, scanned: end) { return token }
        var unit = end
        while byte(unit).isDigit || byte(unit) == UInt8(ascii: ".") || "BikKMGTP".utf8.contains(byte(unit)) {
            unit += 1
        }
        if unit > end, let size = ByteSize.parse(Substring(String(decoding: query[start..<unit], as: UTF8.self))) {
            offset = unit
            return Token(kind: .bytes, range: start..<unit, value: size)
        }
        offset = end
        return Token(kind: .number, range: start..<end, text: String(decoding: query[start..<end], as: UTF8.self))
    }

    private mutating func duration(from start: Int, scanned: Int) -> Token? {
        var end = scanned
        while true {
            if byte(end).isDigit || byte(end) == UInt8(ascii: ".") || "numshdwy".utf8.contains(byte(end)) {
                end += 1
            } else if byte(end) == 0xC2, byte(end + 1) == 0xB5 {
                end += 2
            } else {
                break
            }
        }
        guard end > scanned,
            let value = DurationText.parse(Substring(String(decoding: query[start..<end], as: UTF8.self)))
        else { return nil }
        offset = end
        return Token(kind: .duration, range: start..<end, value: value)
    }

    // MARK: - Strings

    private mutating func string(from start: Int, quote: UInt8) -> Token {
        offset = start + 1
        while offset < query.count, query[offset] != quote {
            if quote == UInt8(ascii: "\""), query[offset] == 0x0A { break }
            offset += quote == UInt8(ascii: "\"") && query[offset] == UInt8(ascii: "\\") ? 2 : 1
        }
        offset = min(offset, query.count)
        guard byte(offset) == quote, offset < query.count else {
            fail(
                "the string has no end", start..<start + 1,
                hint: "close it with the quote that opened it, or find the quote that is missing before it")
            return Token(kind: .string, range: start..<offset)
        }
        offset += 1
        let bytes = query[start..<offset]
        do {
            return Token(kind: .string, range: start..<offset, text: try GoString.unquote(bytes))
        } catch {
            fail(
                "the string has an escape that Go does not know", start..<offset,
                hint: "double the backslash, or use backticks")
            return Token(kind: .string, range: start..<offset)
        }
    }

    /// One character in single quotes. To Loki's lexer that is a name, its quotes included; with more or less inside it is nothing.
    private mutating func character(from start: Int) -> Token {
        offset = start + 1
        var count = 0
        while offset < query.count, query[offset] != UInt8(ascii: "'"), query[offset] != 0x0A {
            if query[offset] == UInt8(ascii: "\\"), offset + 1 < query.count {
                let length = escapeLength(at: offset + 1)
                if length == 0 { fail("an escape that Go does not know", offset..<offset + 2) }
                offset += 1 + max(1, length)
                count += 1
            } else {
                count += query[offset] & 0xC0 == 0x80 ? 0 : 1
                offset += 1
            }
        }
        offset = min(offset, query.count)
        let isClosed = offset < query.count && query[offset] == UInt8(ascii: "'")
        if isClosed { offset += 1 }
        if count != 1 || !isClosed {
            fail("a string in single quotes", start..<offset, hint: "use double quotes or backticks")
        }
        return Token(
            kind: .identifier, range: start..<offset, text: String(decoding: query[start..<offset], as: UTF8.self))
    }

    /// How many bytes an escape has behind its backslash.
    private func escapeLength(at offset: Int) -> Int {
        switch query[offset] {
        case UInt8(ascii: "x"): 3
        case UInt8(ascii: "u"): 5
        case UInt8(ascii: "U"): 9
        case UInt8(ascii: "0")...UInt8(ascii: "7"): 3
        case UInt8(ascii: "a"), UInt8(ascii: "b"), UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"),
            UInt8(ascii: "t"), UInt8(ascii: "v"), UInt8(ascii: "\\"), UInt8(ascii: "'"):
            1
        default: 0
        }
    }
}

extension UInt8 {
    var isDigit: Bool { self &- 48 < 10 }
    var isLetter: Bool { (self | 0x20) &- 97 < 26 }
    var isNameStart: Bool { isLetter || self == UInt8(ascii: "_") }
    var isNamePart: Bool { isNameStart || isDigit }
}
