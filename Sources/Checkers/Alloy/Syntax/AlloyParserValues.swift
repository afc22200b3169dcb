extension AlloyParser {
    mutating func expression() -> AlloyExpression {
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
