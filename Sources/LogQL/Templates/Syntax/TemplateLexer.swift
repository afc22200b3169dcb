/// Splits a template into texts and, inside `{{` and `}}`, tokens.
struct TemplateLexer {
    let bytes: [UInt8]
    private var position = 0
    private var start = 0
    private var isInsideAction = false
    private var parentheses = 0
    private var hasFailed = false
    /// How many lines begin before the byte at `counted`, and one.
    private var line = 1
    private var counted = 0

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    /// The next token. After an error only the end follows.
    mutating func next() -> TemplateToken {
        if hasFailed { return token(.end) }
        return isInsideAction ? insideAction() : text()
    }

    // MARK: Outside of actions

    private mutating func text() -> TemplateToken {
        while true {
            guard let open = firstIndex(of: "{{") else {
                position = bytes.count
                return token(position > start ? .text : .end)
            }
            if open > position {
                let isTrimmed = hasLeftTrimMarker(at: open + 2)
                position = isTrimmed ? endWithoutSpace(start, open) : open
                if position > start { return token(.text) }
                position = open
                start = open
            }
            position += 2
            let afterMarker = position + (hasLeftTrimMarker(at: position) ? 2 : 0)
            guard starts(with: "/*", at: afterMarker) else {
                let open = token(.leftDelimiter)
                isInsideAction = true
                parentheses = 0
                position = afterMarker
                start = position
                return open
            }
            start = afterMarker
            position = afterMarker + 2
            guard let close = firstIndex(of: "*/") else { return failure("unclosed comment") }
            position = close + 2
            guard let trims = rightDelimiter() else { return failure("comment ends before closing delimiter") }
            position += trims ? 4 : 2
            if trims { skipSpace() }
            start = position
        }
    }

    private func firstIndex(of pair: StaticString) -> Int? {
        let (first, second) = (pair.utf8Start[0], pair.utf8Start[1])
        var index = position
        while index + 1 < bytes.count {
            if bytes[index] == first, bytes[index + 1] == second { return index }
            index += 1
        }
        return nil
    }

    private func endWithoutSpace(_ from: Int, _ to: Int) -> Int {
        var end = to
        while end > from, Self.isSpace(bytes[end - 1]) { end -= 1 }
        return end
    }

    private func starts(with pair: StaticString, at index: Int) -> Bool {
        index + 1 < bytes.count && bytes[index] == pair.utf8Start[0] && bytes[index + 1] == pair.utf8Start[1]
    }

    private func hasLeftTrimMarker(at index: Int) -> Bool {
        index + 1 < bytes.count && bytes[index] == UInt8(ascii: "-") && Self.isSpace(bytes[index + 1])
    }

    private func hasRightTrimMarker(at index: Int) -> Bool {
        index >= 0 && index + 1 < bytes.count && Self.isSpace(bytes[index]) && bytes[index + 1] == UInt8(ascii: "-")
    }

    /// Whether `}}` stands here, and then whether with a trim marker; nil if it doesn't.
    private func rightDelimiter() -> Bool? {
        if hasRightTrimMarker(at: position), starts(with: "}}", at: position + 2) { return true }
        return starts(with: "}}", at: position) ? false : nil
    }

    private mutating func skipSpace() {
        while position < bytes.count, Self.isSpace(bytes[position]) { position += 1 }
    }

    static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 9 || byte == 10 || byte == 13 }

    // MARK: Inside of actions

    private mutating func insideAction() -> TemplateToken {
        if rightDelimiter() != nil { return parentheses == 0 ? close() : failure("unclosed left paren") }
        guard position < bytes.count else { return failure("unclosed action") }
        let first = bytes[position]
        switch first {
        case _ where Self.isSpace(first): return space()
        case UInt8(ascii: "="): return advance(.assign)
        case UInt8(ascii: ":"):
            guard starts(with: ":=", at: position) else { return failure("expected :=") }
            position += 2
            return token(.declare)
        case UInt8(ascii: "|"): return advance(.pipe)
        case UInt8(ascii: "\""): return quoted(first, .string, "unterminated quoted string")
        case UInt8(ascii: "'"): return quoted(first, .characterConstant, "unterminated character constant")
        case UInt8(ascii: "`"): return rawString()
        case UInt8(ascii: "$"): return name(.variable, alone: .variable)
        case UInt8(ascii: ".") where position + 1 < bytes.count && !bytes[position + 1].isDigit:
            return name(.field, alone: .keyword(.dot))
        case UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"), 0x30...0x39: return number()
        case UInt8(ascii: "("):
            parentheses += 1
            return advance(.leftParenthesis)
        case UInt8(ascii: ")"):
            parentheses -= 1
            return parentheses < 0 ? failure("unexpected right paren") : advance(.rightParenthesis)
        default: break
        }
        let scalar = GoUTF8.rune(bytes[position...]).scalar
        if Self.isAlphanumeric(scalar) { return identifier() }
        if scalar.isASCII, scalar.isGoPrintable { return advance(.character) }
        return failure("unrecognized character in action: \(GoUnicodeText.text(scalar))")
    }

    private mutating func advance(_ kind: TemplateToken.Kind) -> TemplateToken {
        position += 1
        return token(kind)
    }

    private mutating func close() -> TemplateToken {
        let trims = rightDelimiter() == true
        if trims {
            position += 2
            start = position
        }
        position += 2
        let close = token(.rightDelimiter)
        if trims { skipSpace() }
        start = position
        isInsideAction = false
        return close
    }

    /// Spaces, but not the one of a trim marker before the end.
    private mutating func space() -> TemplateToken {
        skipSpace()
        if hasRightTrimMarker(at: position - 1), starts(with: "}}", at: position + 1) {
            position -= 1
            if position == start { return close() }
        }
        return token(.space)
    }

    private mutating func identifier() -> TemplateToken {
        skipAlphanumerics()
        guard isAtTerminator else { return badCharacter() }
        let word = String(decoding: bytes[start..<position], as: UTF8.self)
        if let keyword = TemplateToken.Keyword(rawValue: word) { return token(.keyword(keyword)) }
        return token(word == "true" || word == "false" ? .bool : .identifier)
    }

    private mutating func name(_ kind: TemplateToken.Kind, alone: TemplateToken.Kind) -> TemplateToken {
        position += 1
        if isAtTerminator { return token(alone) }
        skipAlphanumerics()
        return isAtTerminator ? token(kind) : badCharacter()
    }

    private mutating func badCharacter() -> TemplateToken {
        failure("bad character \(GoUnicodeText.text(GoUTF8.rune(bytes[position...]).scalar))")
    }

    private mutating func skipAlphanumerics() {
        while position < bytes.count {
            let rune = GoUTF8.rune(bytes[position...])
            guard Self.isAlphanumeric(rune.scalar) else { return }
            position += rune.width
        }
    }

    private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
        scalar == "_" || scalar.isGoLetter || scalar.isGoDigit
    }

    /// Whether a name may end here.
    private var isAtTerminator: Bool {
        guard position < bytes.count else { return true }
        switch bytes[position] {
        case 0x20, 9, 10, 13, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "|"), UInt8(ascii: ":"),
            UInt8(ascii: ")"), UInt8(ascii: "("):
            return true
        default: return starts(with: "}}", at: position)
        }
    }

    private mutating func quoted(_ quote: UInt8, _ kind: TemplateToken.Kind, _ problem: String) -> TemplateToken {
        position += 1
        while position < bytes.count, bytes[position] != UInt8(ascii: "\n") {
            let byte = bytes[position]
            position += 1
            if byte == quote { return token(kind) }
            if byte == UInt8(ascii: "\\") {
                guard position < bytes.count, bytes[position] != UInt8(ascii: "\n") else { break }
                position += 1
            }
        }
        return failure(problem)
    }

    private mutating func rawString() -> TemplateToken {
        position += 1
        while position < bytes.count {
            position += 1
            if bytes[position - 1] == UInt8(ascii: "`") { return token(.rawString) }
        }
        return failure("unterminated raw quoted string")
    }

    // MARK: Numbers

    private mutating func number() -> TemplateToken {
        guard scanNumber() else { return badNumber() }
        guard position < bytes.count, bytes[position] == UInt8(ascii: "+") || bytes[position] == UInt8(ascii: "-")
        else {
            return token(.number)
        }
        guard scanNumber(), bytes[position - 1] == UInt8(ascii: "i") else { return badNumber() }
        return token(.complex)
    }

    private mutating func badNumber() -> TemplateToken {
        failure("bad number syntax: \(GoQuote.text(Array(bytes[start..<position])))")
    }

    /// Takes what looks like a number; false if a letter or digit follows, which it takes too.
    private mutating func scanNumber() -> Bool {
        accept("+-")
        var isDecimal = true
        var isHexadecimal = false
        var digits: StaticString = "0123456789_"
        if accept("0") {
            if accept("xX") {
                digits = "0123456789abcdefABCDEF_"
                (isDecimal, isHexadecimal) = (false, true)
            } else if accept("oO") {
                digits = "01234567_"
                isDecimal = false
            } else if accept("bB") {
                digits = "01_"
                isDecimal = false
            }
        }
        while accept(digits) {}
        if accept(".") { while accept(digits) {} }
        if isDecimal && accept("eE") || isHexadecimal && accept("pP") {
            accept("+-")
            while accept("0123456789_") {}
        }
        accept("i")
        guard position < bytes.count else { return true }
        let rune = GoUTF8.rune(bytes[position...])
        guard Self.isAlphanumeric(rune.scalar) else { return true }
        position += rune.width
        return false
    }

    @discardableResult private mutating func accept(_ valid: StaticString) -> Bool {
        guard position < bytes.count else { return false }
        let byte = bytes[position]
        guard valid.withUTF8Buffer({ $0.contains(byte) }) else { return false }
        position += 1
        return true
    }

    // MARK: Tokens

    private mutating func token(_ kind: TemplateToken.Kind) -> TemplateToken {
        let range = start..<position
        let token = TemplateToken(kind: kind, range: range, bytes: Array(bytes[range]), line: startLine())
        start = position
        return token
    }

    private mutating func failure(_ message: String) -> TemplateToken {
        hasFailed = true
        let range = start..<max(start, position)
        start = position
        let line = startLine(at: range.lowerBound)
        return TemplateToken(kind: .error, range: range, bytes: Array(message.utf8), line: line)
    }

    private mutating func startLine(at index: Int? = nil) -> Int {
        let index = index ?? start
        while counted < index {
            if bytes[counted] == UInt8(ascii: "\n") { line += 1 }
            counted += 1
        }
        return line
    }
}
