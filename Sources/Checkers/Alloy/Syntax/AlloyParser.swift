/// Reads a configuration of Alloy. Behind an error it goes on with the next statement, so that all errors are found.
struct AlloyParser {
    private let source: [UInt8]
    private let tokens: [AlloyToken]
    private var index = 0
    private var depth = 0
    private var errors: [AlloySyntaxError]
    private let elisions: [Range<Int>]

    /// Brackets deeper than this are no one's configuration.
    private static let maximumDepth = 48
    /// Operators and points in one expression.
    private static let maximumChain = 400

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

    private var token: AlloyToken { tokens[index] }
    private var isAtEnd: Bool { token.kind == .end }
    private var lastEnd: Int { index > 0 ? tokens[index - 1].range.upperBound : 0 }

    private func text(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }
    private mutating func advance() { if !isAtEnd { index += 1 } }

    private mutating func take(_ sign: String) -> Bool {
        guard token.is(sign) else { return false }
        advance()
        return true
    }

    private var found: String {
        switch token.kind {
        case .end: "the end of the text"
        case .lineEnd: "the end of the line"
        default: "`\(text(token.range).prefix(40))`"
        }
    }

    private mutating func fail(_ message: String, help: String? = nil, opener: Range<Int>? = nil) {
        // The lexer has told of it.
        if token.kind == .illegal { return }
        // One error for a token is enough.
        if let last = errors.last, last.range == token.range { return }
        let start = token.range.lowerBound
        let range = token.kind == .lineEnd ? start..<start : token.range
        errors.append(AlloySyntaxError(message: message, range: range, help: help, opener: opener))
    }

    /// Goes to the end of the line that ends this statement, over brackets that it opens.
    private mutating func skipStatement(until closing: String?) {
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
    private mutating func skipRestOfLine() {
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
    private var isBehindBrokenLine: Bool {
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

    // MARK: Expressions

    private mutating func expression() -> AlloyExpression {
        guard depth < Self.maximumDepth else {
            fail("values are nested deeper than \(Self.maximumDepth) times")
            let start = token.range.lowerBound
            skipStatement(until: nil)
            return AlloyExpression(kind: .unreadable, range: start..<max(start, lastEnd))
        }
        depth += 1
        defer { depth -= 1 }
        return operation(1)
    }

    private var precedence: Int {
        guard case .sign(let sign) = token.kind else { return 0 }
        return switch sign {
        case "||": 1
        case "&&": 2
        case "==", "!=", "<", "<=", ">", ">=": 3
        case "+", "-": 4
        case "*", "/", "%": 5
        case "^": 6
        default: 0
        }
    }

    private mutating func operation(_ least: Int) -> AlloyExpression {
        var left = unary()
        var count = 0
        while precedence >= least {
            let level = precedence
            count += 1
            guard count < Self.maximumChain, depth < Self.maximumDepth else {
                fail("the value has too many operators")
                skipStatement(until: "}")
                return left
            }
            advance()
            depth += 1
            // `^` binds to the right.
            let right = operation(level == 6 ? 6 : level + 1)
            depth -= 1
            left = AlloyExpression(kind: .binary(left, right), range: left.range.lowerBound..<right.range.upperBound)
        }
        return left
    }

    private mutating func unary() -> AlloyExpression {
        guard token.is("!") || token.is("-") else { return postfix() }
        let start = token.range.lowerBound
        advance()
        guard depth < Self.maximumDepth else { return expression() }
        depth += 1
        defer { depth -= 1 }
        let value = unary()
        return AlloyExpression(kind: .unary(value), range: start..<max(start, value.range.upperBound))
    }

    private mutating func postfix() -> AlloyExpression {
        var value = primary()
        for _ in 0..<Self.maximumChain {
            let start = value.range.lowerBound
            if take(".") {
                guard token.kind == .identifier else {
                    fail("expected a name behind the point, found \(found)")
                    return value
                }
                let name = AlloyName(text: text(token.range), range: token.range)
                advance()
                value = AlloyExpression(kind: .access(value, name), range: start..<lastEnd)
            } else if token.is("[") {
                let opener = token.range
                advance()
                let inner = expression()
                if !take("]") { fail("expected `]`, found \(found)", opener: opener) }
                value = AlloyExpression(kind: .index(value, inner), range: start..<max(lastEnd, inner.range.upperBound))
            } else if token.is("(") {
                let list = list(opener: "(", closing: ")")
                value = AlloyExpression(kind: .call(value, list), range: start..<lastEnd)
            } else {
                return value
            }
        }
        fail("the value has too many parts")
        return value
    }

    private mutating func primary() -> AlloyExpression {
        let start = token.range
        switch token.kind {
        case .identifier:
            advance()
            return AlloyExpression(kind: .identifier(text(start)), range: start)
        case .string(let isRaw):
            advance()
            return AlloyExpression(kind: .string(AlloyString(source, start, isRaw: isRaw)), range: start)
        case .number:
            advance()
            return AlloyExpression(kind: .number, range: start)
        case .boolean:
            advance()
            return AlloyExpression(kind: .boolean, range: start)
        case .null:
            advance()
            return AlloyExpression(kind: .null, range: start)
        case .sign("("):
            advance()
            let inner = expression()
            if !take(")") { fail("expected `)`, found \(found)", opener: start) }
            return inner
        case .sign("["):
            let items = list(opener: "[", closing: "]")
            return AlloyExpression(kind: .array(items), range: start.lowerBound..<lastEnd)
        case .sign("{"):
            let fields = fields()
            return AlloyExpression(kind: .object(fields), range: start.lowerBound..<lastEnd)
        case .illegal:
            advance()
            return AlloyExpression(kind: .unreadable, range: start)
        default:
            fail(
                "expected a value, found \(found)", help: token.is("<") ? "put what stands for a value in quotes" : nil)
            skipRestOfLine()
            return AlloyExpression(kind: .unreadable, range: start.lowerBound..<start.lowerBound)
        }
    }

    private mutating func list(opener: String, closing: String) -> [AlloyExpression] {
        let opening = token.range
        advance()
        var items: [AlloyExpression] = []
        while !isAtEnd, !token.is(closing) {
            let start = index
            items.append(expression())
            guard separate(closing, opening) else { break }
            if index == start { advance() }
        }
        if !take(closing) { fail("expected `\(closing)`, found \(found)", opener: opening) }
        return items
    }

    private mutating func fields() -> [AlloyExpression.Field] {
        let opening = token.range
        advance()
        var fields: [AlloyExpression.Field] = []
        while !isAtEnd, !token.is("}") {
            let start = index
            if let field = field() { fields.append(field) }
            guard separate("}", opening) else { break }
            if index == start { advance() }
        }
        if !take("}") { fail("expected `}`, found \(found)", opener: opening) }
        return fields
    }

    private mutating func field() -> AlloyExpression.Field? {
        let name: AlloyName
        switch token.kind {
        case .identifier: name = AlloyName(text: text(token.range), range: token.range)
        case .string(let isRaw):
            name = AlloyName(text: AlloyString(source, token.range, isRaw: isRaw).text, range: token.range)
        default:
            fail("expected the name of a field, found \(found)")
            return nil
        }
        advance()
        guard take("=") else {
            fail(
                "expected `=` behind `\(name.text)`, found \(found)",
                help: found == "`:`" ? "write `=` between name and value" : nil)
            return nil
        }
        return AlloyExpression.Field(name: name, value: expression())
    }

    /// The comma behind an item; whether the list goes on.
    private mutating func separate(_ closing: String, _ opening: Range<Int>) -> Bool {
        if token.is(closing) || take(",") || isBehindBrokenLine { return !isAtEnd }
        if token.kind == .lineEnd {
            let message = "expected `,` or `\(closing)` before the end of the line"
            fail(message, help: "each item of a list over several lines has a comma, the last one too", opener: opening)
            advance()
            return true
        }
        fail("expected `,` or `\(closing)`, found \(found)", opener: opening)
        // Looks for the end of the list in the same line.
        var open = 0
        while !isAtEnd, token.kind != .lineEnd {
            if open == 0, token.is(closing) || token.is(",") { break }
            if token.is("{") || token.is("[") || token.is("(") { open += 1 }
            if token.is("}") || token.is("]") || token.is(")") {
                if open == 0 { break }
                open -= 1
            }
            advance()
        }
        return take(",") || token.is(closing)
    }
}
