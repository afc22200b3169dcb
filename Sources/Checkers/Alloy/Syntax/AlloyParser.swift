/// Reads a configuration of Alloy. Behind an error it goes on with the next statement, so that all errors are found.
struct AlloyParser {
    let source: [UInt8]
    private let tokens: [AlloyToken]
    var index = 0
    var depth = 0
    private var errors: [AlloySyntaxError]
    private let elisions: [Range<Int>]

    /// Brackets deeper than this are no one's configuration.
    static let maximumDepth = 48
    /// Operators and points in one expression.
    static let maximumChain = 400

    /// The statements, what is wrong, in the order of the places, and comments that stand for something left out.
    static func read(
        _ source: [UInt8]
    ) -> (body: [AlloyStatement], errors: [AlloySyntaxError], elisions: [Range<Int>]) {
        var parser = AlloyParser(source)
        let body = parser.file()
        return (body, parser.firstErrorsOfLines, parser.elisions)
    }

    /// What follows an error in its line is mostly a consequence of it.
    private var firstErrorsOfLines: [AlloySyntaxError] {
        var end = 0
        return errors.sorted { $0.range.lowerBound < $1.range.lowerBound }.filter { error in
            guard error.range.lowerBound >= end else { return false }
            let next = source[error.range.lowerBound...].firstIndex(of: UInt8(ascii: "\n")) ?? source.count
            end = next + 1
            return true
        }
    }

    private init(_ source: [UInt8]) {
        self.source = source
        (tokens, errors, elisions) = AlloyLexer.read(source)
    }

    // MARK: Tokens

    var token: AlloyToken { tokens[index] }
    var isAtEnd: Bool { token.kind == .end }
    var lastEnd: Int { index > 0 ? tokens[index - 1].range.upperBound : 0 }

    func text(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }
    mutating func advance() { if !isAtEnd { index += 1 } }

    mutating func take(_ sign: String) -> Bool {
        guard token.is(sign) else { return false }
        advance()
        return true
    }

    var found: String {
        switch token.kind {
        case .end: "the end of the text"
        case .lineEnd: "the end of the line"
        default: "`\(text(token.range).prefix(40))`"
        }
    }

    mutating func fail(_ message: String, help: String? = nil, opener: Range<Int>? = nil) {
        // The lexer has told of it.
        if token.kind == .illegal { return }
        // One error for a token is enough.
        if let last = errors.last, last.range == token.range { return }
        let start = token.range.lowerBound
        let range = token.kind == .lineEnd ? start..<start : token.range
        errors.append(AlloySyntaxError(message: message, range: range, help: help, opener: opener))
    }

    /// Goes to the end of the line that ends this statement, over brackets that it opens.
    mutating func skipStatement(until closing: String?) {
        var open = 0
        while !isAtEnd {
            if open == 0, token.kind == .lineEnd { return }
            if open == 0, let closing, token.is(closing) { return }
            if token.is("{") || token.is("[") || token.is("(") { open += 1 }
            if token.is("}") || token.is("]") || token.is(")") { open = max(0, open - 1) }
            advance()
        }
    }

    /// Goes to what closes a bracket, separates items, or begins the next line. Behind an operator there is no token for the
    /// line break, so that lines themselves are counted.
    mutating func skipRestOfLine() {
        let end =
            source[min(token.range.lowerBound, source.count)...].firstIndex(of: UInt8(ascii: "\n")) ?? source.count
        var open = 0
        while !isAtEnd, token.kind != .lineEnd, token.range.lowerBound < end {
            if open == 0, token.is("}") || token.is("]") || token.is(")") || token.is(",") { return }
            if token.is("{") || token.is("[") || token.is("(") { open += 1 }
            if token.is("}") || token.is("]") || token.is(")") { open -= 1 }
            advance()
        }
    }

    /// Whether something in the line before could not be read, so that its end may have been missed.
    var isBehindBrokenLine: Bool {
        guard let last = errors.last?.range.lowerBound, index > 0 else { return false }
        let before = tokens[index - 1].range.lowerBound
        let line = source[..<min(before, source.count)].lastIndex(of: UInt8(ascii: "\n")) ?? 0
        return last >= line && source[before..<max(before, token.range.lowerBound)].contains(UInt8(ascii: "\n"))
    }

    // MARK: Statements

    private mutating func file() -> [AlloyStatement] {
        var statements: [AlloyStatement] = []
        while !isAtEnd {
            statements += body(until: nil)
            guard token.is("}") else { break }
            fail("`}` closes nothing")
            advance()
        }
        return statements
    }

    private mutating func body(until closing: String?) -> [AlloyStatement] {
        var statements: [AlloyStatement] = []
        while !isAtEnd, !token.is("}") {
            if token.kind == .lineEnd {
                advance()
                continue
            }
            let start = index
            if let statement = statement() { statements.append(statement) }
            if isAtEnd || token.is("}") { break }
            if token.kind != .lineEnd, !isBehindBrokenLine {
                let isComma = token.is(",")
                fail(
                    "expected the end of the line, found \(found)",
                    help: isComma ? "statements of a block have no commas between them" : nil)
                skipStatement(until: "}")
            }
            if index == start { advance() }
        }
        return statements
    }

    private mutating func statement() -> AlloyStatement? {
        guard let name = blockName() else {
            skipStatement(until: "}")
            return nil
        }
        var label: AlloyName?
        if case .string(let isRaw) = token.kind {
            let string = AlloyString(source, token.range, isRaw: isRaw)
            label = AlloyName(text: string.text, range: token.range)
            if isRaw {
                fail("a label stands in double quotes")
            } else if !Self.isIdentifier(string.bytes) {
                fail(
                    "`\(string.text)` can't be a label",
                    help: "use letters, digits and `_`, and no digit at the beginning")
            }
            advance()
        }
        if token.is("=") { return attribute(name, label) }
        guard token.is("{") else {
            let expected = label == nil ? (name.text.contains(".") ? "a label or `{`" : "`=`, a label or `{`") : "`{`"
            fail("expected \(expected) behind `\(text(name.range.lowerBound..<lastEnd))`, found \(found)")
            skipStatement(until: "}")
            return nil
        }
        return block(name, label)
    }

    private mutating func blockName() -> AlloyName? {
        guard token.kind == .identifier else {
            let isWord = token.kind == .boolean || token.kind == .null
            fail(isWord ? "\(found) can't be a name" : "expected a name, found \(found)")
            return nil
        }
        let start = token.range.lowerBound
        var parts = [text(token.range)]
        advance()
        while take(".") {
            guard token.kind == .identifier else {
                fail("expected a name behind the point, found \(found)")
                break
            }
            parts.append(text(token.range))
            advance()
        }
        return AlloyName(text: parts.joined(separator: "."), range: start..<lastEnd)
    }

    private mutating func attribute(_ name: AlloyName, _ label: AlloyName?) -> AlloyStatement {
        if name.text.contains(".") || label != nil {
            let range = name.range.lowerBound..<(label ?? name).range.upperBound
            errors.append(
                AlloySyntaxError(message: "the name of an argument is one word without points and label", range: range))
        }
        advance()
        return .attribute(AlloyAttribute(name: name, value: expression()))
    }

    private mutating func block(_ name: AlloyName, _ label: AlloyName?) -> AlloyStatement {
        let opener = token.range
        advance()
        var statements: [AlloyStatement] = []
        if depth < Self.maximumDepth {
            depth += 1
            statements = body(until: "}")
            depth -= 1
        } else {
            fail("blocks are nested deeper than \(Self.maximumDepth) times")
            skipStatement(until: "}")
        }
        if !take("}") { fail("the block `\(name.text)` is not closed", help: "add `}`", opener: opener) }
        return .block(
            AlloyBlock(
                name: name, label: label, body: statements,
                range: name.range.lowerBound..<max(lastEnd, opener.upperBound)))
    }

    private static func isIdentifier(_ bytes: [UInt8]) -> Bool {
        let (tokens, errors, _) = AlloyLexer.read(bytes)
        return errors.isEmpty && tokens.first?.kind == .identifier && tokens.first?.range.count == bytes.count
    }
}
