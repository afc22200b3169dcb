/// Reads a query by recursive descent; binary operators by precedence climbing.
///
/// Where Loki's grammar is ambiguous, its generated parser prefers to read on (shift); so does this one.
struct Parser {
    let query: [UInt8]
    let options: QueryOptions
    var tokens: [Token]
    var index = 0
    private(set) var errors: [SyntaxError] = []
    let lexicalErrors: LexicalErrors
    private var depth = 0
    /// Whether an error of the parser tells better what that of the lexer at the end comes from.
    private var explainsCut = false
    /// The token at which the last error was told.
    private var lastFault: Int?
    /// Whether there is nothing to go on with after an error.
    private(set) var isLost = false
    /// Operators between two sides that were read, in metrics and in label filters.
    private var operators = 0

    /// Deeper nesting than this is refused, long before the stack ends.
    static let maximumDepth = 500
    /// More operators between two sides than this are refused: no query that people write comes near it.
    static let maximumOperators = 1_000

    /// So many errors are told, and then no more.
    static let maximumErrors = 500

    /// Ends the reading of a part after an error.
    struct Stop: Error {}

    init(_ query: [UInt8], _ options: QueryOptions = []) {
        self.query = query
        self.options = options
        let lexed = Lexer.tokens(of: query, options)
        tokens = lexed.tokens
        lexicalErrors = LexicalErrors(lexed.errors, in: query)
    }

    var token: Token { tokens[min(index, tokens.count - 1)] }
    var following: Token { tokens[min(index + 1, tokens.count - 1)] }
    /// Where the last token that was read ends.
    var lastEnd: Int { index > 0 ? tokens[min(index, tokens.count) - 1].range.upperBound : 0 }

    /// The tree, as far as the query could be read. Where there are errors, parts of it are missing.
    mutating func parse() -> Expression? {
        do {
            var expression = try expression(minimum: 0)
            while token.kind != .end { expression = try resume(behind: expression) }
            return expression
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
        guard token.kind == .identifier else { throw missingName(what) }
        return advance()
    }

    mutating func expectString(_ what: String) throws -> Token {
        guard token.kind == .string || isVariable(token) else { throw missingString(what) }
        return advance()
    }

    /// Tells of an error, unless it only follows from one of the lexer.
    mutating func fail(_ message: String, _ range: Range<Int>, hint: String? = nil, opener: Range<Int>? = nil) {
        guard errors.count < Self.maximumErrors else { return giveUp() }
        guard !lexicalErrors.explain(range) else { return }
        errors.append(SyntaxError(message: message, range: range, hint: hint, opener: opener))
    }

    /// Tells what stands where something else should; of each token once.
    /// - Parameter range: what of the query was found, where that is more than a token.
    @discardableResult
    mutating func unexpected(
        _ expected: String, _ range: Range<Int>? = nil, hint: String? = nil, opener: Range<Int>? = nil
    ) -> Stop {
        guard lastFault != index else { return Stop() }
        lastFault = index
        let range = range ?? token.range
        let found = range.isEmpty ? "the end of the query" : "`\(String(decoding: query[range], as: UTF8.self))`"
        let told = errors.count
        fail(
            "found \(found), expected \(expected)", range, hint: hint ?? Hints.hint(for: self), opener: opener)
        // `app=x"`: the string that follows begins where it should have ended.
        let opensString = following.kind == .string && following.range.lowerBound == token.range.upperBound
        if errors.count > told, lexicalErrors.isCut, token.kind != .string, opensString { explainsCut = true }
        return Stop()
    }

    var allErrors: [SyntaxError] {
        explainsCut ? lexicalErrors.all.dropLast() + errors : lexicalErrors.all + errors
    }

    /// Ends the reading: what follows could only be told of in the wrong terms.
    mutating func giveUp() { isLost = true }

    mutating func nested<Result>(_ body: (inout Parser) throws -> Result) throws -> Result {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.maximumDepth else {
            fail("the query is nested more than \(Self.maximumDepth) levels deep", token.range)
            giveUp()
            throw Stop()
        }
        return try body(&self)
    }

    // MARK: - Expressions

    /// An expression whose operators bind at least as tightly as `minimum`.
    mutating func expression(minimum: Int) throws -> Expression {
        try nested { parser in
            let left = try parser.operand()
            return try parser.operations(on: left, minimum: minimum)
        }
    }

    /// The operators behind an operand, with what they join to it.
    mutating func operations(on operand: Expression, minimum: Int) throws -> Expression {
        var left = operand
        while let operation = binaryOperator ?? (mayMistakeOperator ? mistakenOperator(behind: left) : nil),
            operation.precedence >= minimum
        {
            let sign = try join()
            let modifier = try modifier()
            let right = try expression(
                minimum: operation.isRightAssociative ? operation.precedence : operation.precedence + 1)
            left = .metric(combine(left, sign, modifier, right))
        }
        return left
    }

    /// Whether `&&` or `||` may stand here.
    private var mayMistakeOperator: Bool {
        switch tokens[index].kind {
        case .identifier, .keyword(.pipe): true
        default: false
        }
    }

    private mutating func operand() throws -> Expression {
        let start = token.range.lowerBound
        do {
            return try primary()
        } catch {
            try resume(at: [.comma, .binaryOperator])
            return .metric(standIn(from: start))
        }
    }

    /// The operator that stands here. A chain of them makes a tree as deep as it is long, which the passes over it walk down.
    mutating func join() throws -> Token {
        operators += 1
        guard operators <= Self.maximumOperators else {
            fail("the query joins more than \(Self.maximumOperators) operators", token.range)
            giveUp()
            throw Stop()
        }
        return advance()
    }

    private mutating func primary() throws -> Expression {
        if at(.openBrace) { return .log(try logQuery()) }
        if at(.variants) { return .variants(try variants()) }
        guard at(.openParenthesis) else { return .metric(try metric()) }
        let opener = advance()
        let inner = try expression(minimum: 0)
        do {
            // Variants stand alone: Loki's grammar has no parentheses round them.
            if case .variants = inner { throw unexpected("the end of the query") }
            try close(opener, by: .closeParenthesis)
        } catch {
            try resume(behind: .closeParenthesis)
        }
        return inner
    }

    /// An expression that must be a number.
    mutating func metricExpression() throws -> MetricExpression {
        let start = token.range
        let expression = try expression(minimum: 0)
        if case .metric(let metric) = expression { return metric }
        let isRange = token.kind == .range
        if isRange { passRange() }
        fail(
            "found a \(isRange ? "range of lines" : "log query"), expected a metric", start.lowerBound..<lastEnd,
            hint: "make numbers of the lines, as in `count_over_time({app=\"x\"}[5m])`")
        return standIn(for: expression)
    }
}
