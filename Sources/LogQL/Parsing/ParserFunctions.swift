import Diagnostics

/// Errors round functions and their arguments.
extension Parser {
    /// Names of functions, for what was probably meant.
    private static let functions = Keyword.allCases.filter {
        $0.isFunction && $0 != .ip && $0 != .bytes && $0 != .duration
    }
    .map(\.rawValue)

    /// A call of what LogQL does not know. Its arguments are looked through.
    mutating func unknownFunction() throws -> MetricExpression {
        let start = token.range.lowerBound
        let name = spelling(token)
        let isForeign = Hints.foreign(name) != nil
        let near = isForeign ? nil : Spelling.nearest(to: name, among: Self.functions)
        unexpected("a function of LogQL", hint: near.map { "did you mean `\($0)`?" })
        if let near, let keyword = Keyword(rawValue: near) {
            tokens[index].kind = .keyword(keyword)
            return try metric()
        }
        _ = advance()
        let opener = advance()
        if !at(.closeParenthesis) {
            repeat {
                do {
                    try argument()
                } catch {
                    try resume(at: .comma)
                }
            } while take(.comma)
        }
        do {
            try close(opener, by: .closeParenthesis)
        } catch {
            try resume(behind: .closeParenthesis)
        }
        _ = try grouping()
        return standIn(from: start)
    }

    /// Anything that a function of another language may take.
    private mutating func argument() throws {
        if token.kind == .string {
            _ = advance()
            return
        }
        _ = try expression(minimum: 0)
        guard token.kind == .range else { return }
        passRange()
        _ = try stages()
    }

    /// A range with its offset.
    mutating func passRange() {
        _ = advance()
        if take(.offset), token.kind == .duration { _ = advance() }
    }

    /// A word where the parameter of a function should stand.
    mutating func passesBadParameter(_ expected: String) throws -> Bool {
        guard token.kind == .identifier, !following.is(.openParenthesis) else { return false }
        unexpected(expected)
        try resume(at: .comma)
        _ = take(.comma)
        return true
    }

    mutating func missingRange(_ query: LogQuery, _ unwrap: Unwrap?, from start: Int) -> LogRange {
        unexpected(
            "a range, as in `[5m]`",
            hint: at(.closeParenthesis) || token.kind == .end
                ? "say over which time, as in `rate({app=\"x\"}[5m])`" : nil)
        return LogRange(
            query: query, interval: 0, intervalRange: lastEnd..<lastEnd, unwrap: unwrap, range: start..<lastEnd)
    }

    /// `rate by (app) ({…}[5m])`
    mutating func misplacedGrouping(of name: Token) throws {
        unexpected("`(`", hint: "group in an aggregation round it, as in `sum by (app) (\(spelling(name))(…))`")
        _ = advance()
        _ = try labelList()
    }

    /// Tells what stands where a query or a number should.
    mutating func missingExpression() throws -> MetricExpression {
        if at(.by) || at(.without) {
            unexpected("an aggregation")
            _ = advance()
            _ = try labelList()
            return try metric()
        }
        if at(.closeParenthesis), index > 1, tokens[index - 1].is(.openParenthesis) {
            let name = spelling(tokens[index - 2])
            throw unexpected(
                "a metric", hint: "put numbers inside, as in `\(name)(count_over_time({app=\"x\"}[5m]))`")
        }
        let stop = unexpected(
            "a selector in braces, an aggregation or a number", hint: Hints.beginning(self))
        // Text of another language: whatever follows is not meant for LogQL.
        if token.kind == .identifier, index == 0 { giveUp() }
        throw stop
    }
}
