/// Reads a query by recursive descent; binary operators by precedence climbing.
///
/// Where Loki's grammar is ambiguous, its generated parser prefers to read on (shift); so does this one.
struct Parser {
    let query: [UInt8]
    let tokens: [Token]
    var index = 0
    private(set) var errors: [SyntaxError]
    private var depth = 0
    /// Operators between two sides that were read, in metrics and in label filters.
    private var operators = 0

    /// Deeper nesting than this is refused, long before the stack ends.
    static let maximumDepth = 500
    /// More operators between two sides than this are refused: no query that people write comes near it.
    static let maximumOperators = 2_000

    /// Ends the reading of a query after an error that leaves nothing to go on with.
    struct Stop: Error {}

    init(_ query: [UInt8]) {
        self.query = query
        (tokens, errors) = Lexer.tokens(of: query)
    }

    var token: Token { tokens[min(index, tokens.count - 1)] }
    var following: Token { tokens[min(index + 1, tokens.count - 1)] }
    /// Where the last token that was read ends.
    var lastEnd: Int { index > 0 ? tokens[min(index, tokens.count) - 1].range.upperBound : 0 }

    mutating func parse() -> Expression? {
        guard errors.isEmpty else { return nil }
        do {
            let expression = try expression(minimum: 0)
            if token.kind != .end { throw unexpected("the end of the query") }
            return errors.isEmpty ? expression : nil
        } catch {
            return nil
        }
    }

    // MARK: - Tokens

    mutating func advance() -> Token {
        defer { if index < tokens.count - 1 { index += 1 } }
        return token
    }

    func at(_ keyword: Keyword) -> Bool { token.is(keyword) }

    mutating func take(_ keyword: Keyword) -> Bool {
        guard at(keyword) else { return false }
        _ = advance()
        return true
    }

    @discardableResult
    mutating func expect(_ keyword: Keyword) throws -> Token {
        guard at(keyword) else { throw unexpected("`\(keyword.rawValue)`") }
        return advance()
    }

    mutating func expectIdentifier(_ what: String) throws -> Token {
        guard token.kind == .identifier else { throw unexpected(what) }
        return advance()
    }

    mutating func expectString(_ what: String) throws -> Token {
        guard token.kind == .string else { throw unexpected(what) }
        return advance()
    }

    mutating func fail(_ message: String, _ range: Range<Int>, hint: String? = nil) {
        errors.append(SyntaxError(message: message, range: range, hint: hint))
    }

    /// Notes what stands where something else should, and ends the reading.
    mutating func unexpected(_ expected: String) -> Stop {
        fail("found \(describe(token)), expected \(expected)", token.range, hint: Hints.hint(for: self))
        return Stop()
    }

    func describe(_ token: Token) -> String {
        token.kind == .end ? "the end of the query" : "`\(String(decoding: query[token.range], as: UTF8.self))`"
    }

    mutating func nested<Result>(_ body: (inout Parser) throws -> Result) throws -> Result {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else {
            fail("the query is nested more than \(Self.maximumDepth) levels deep", token.range)
            throw Stop()
        }
        return try body(&self)
    }

    // MARK: - Expressions

    /// An expression whose operators bind at least as tightly as `minimum`.
    mutating func expression(minimum: Int) throws -> Expression {
        try nested { parser in
            var left = try parser.primary()
            while let operation = parser.binaryOperator, operation.precedence >= minimum {
                let sign = try parser.join()
                let modifier = try parser.modifier()
                let right = try parser.expression(
                    minimum: operation.isRightAssociative ? operation.precedence : operation.precedence + 1)
                left = .metric(try parser.combine(left, sign, modifier, right))
            }
            return left
        }
    }

    /// The operator that stands here. A chain of them makes a tree as deep as it is long, which the passes over it walk down.
    mutating func join() throws -> Token {
        operators += 1
        guard operators <= Self.maximumOperators else {
            fail("the query joins more than \(Self.maximumOperators) operators", token.range)
            throw Stop()
        }
        return advance()
    }

    private mutating func primary() throws -> Expression {
        if at(.openBrace) { return .log(try logQuery()) }
        if at(.variants) { return .variants(try variants()) }
        guard at(.openParenthesis) else { return .metric(try metric()) }
        _ = advance()
        let inner = try expression(minimum: 0)
        // Variants stand alone: Loki's grammar has no parentheses round them.
        if case .variants = inner { throw unexpected("the end of the query") }
        try expect(.closeParenthesis)
        return inner
    }

    /// An expression that must be a number.
    mutating func metricExpression() throws -> MetricExpression {
        let start = token.range
        guard case .metric(let metric) = try expression(minimum: 0) else {
            fail(
                "found a log query, expected a metric", start.lowerBound..<lastEnd,
                hint: "make numbers of the lines, as in `count_over_time({app=\"x\"}[5m])`")
            throw Stop()
        }
        return metric
    }
}
