/// A query as rules see it: its parts by kind, in the order of their places.
struct LintSubject {
    let bytes: [UInt8]
    let options: LintOptions
    private(set) var pipelines: [Pipeline] = []
    private(set) var ranges: [RangeAggregation] = []
    private(set) var vectors: [VectorAggregation] = []
    private(set) var operations: [BinaryOperation] = []

    init(_ expression: Expression, bytes: [UInt8], options: LintOptions) {
        self.bytes = bytes
        self.options = options
        switch expression {
        case .log(let query): pipelines.append(Pipeline(query: query))
        case .metric(let metric): visit(metric)
        case .variants(let variants):
            for metric in variants.metrics { visit(metric) }
            pipelines.append(Pipeline(query: variants.source.query, source: variants.source))
        }
    }

    private mutating func visit(_ metric: MetricExpression) {
        switch metric {
        case .range(let aggregation):
            ranges.append(aggregation)
            pipelines.append(
                Pipeline(
                    query: aggregation.source.query, source: aggregation.source, operation: aggregation.operation))
        case .vector(let aggregation):
            vectors.append(aggregation)
            visit(aggregation.operand)
        case .binary(let operation):
            operations.append(operation)
            visit(operation.left)
            visit(operation.right)
        case .labelReplace(let replace): visit(replace.operand)
        case .literal, .constant: break
        }
    }

    func text(_ range: Range<Int>) -> String {
        String(decoding: bytes[range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    }

    /// The duration of a range as it is written.
    func duration(_ source: LogRange) -> String { String(text(source.intervalRange).dropFirst().dropLast()) }

    /// Takes a stage or a line filter out, with the blanks before it. Nil where its neighbors would then be read as one:
    /// `| drop x |= "" != "y"` must not become `| drop x != "y"`.
    func removal(of range: Range<Int>) -> LintFix.Edit? {
        let tokens = Lexer.tokens(of: bytes).tokens
        if let next = tokens.first(where: { $0.range.lowerBound >= range.upperBound }),
            next.is(.notEqual) || next.is(.notRegexMatch),
            tokens.last(where: { $0.range.upperBound <= range.lowerBound })?.kind == .identifier
        {
            return nil
        }
        var start = range.lowerBound
        while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
        return LintFix.Edit(start..<range.upperBound, "")
    }

    /// Moves a stage or a line filter to an earlier place.
    func move(_ range: Range<Int>, to place: Int, _ title: String, isSafe: Bool) -> LintFix? {
        removal(of: range).map { LintFix(title, isSafe: isSafe, [LintFix.Edit(place..<place, text(range) + " "), $0]) }
    }

    func takingOut(_ range: Range<Int>, isSafe: Bool) -> LintFix? {
        removal(of: range).map { LintFix("take it out", isSafe: isSafe, [$0]) }
    }

    /// Whether there are only blanks and line breaks in a range.
    func isBlank(_ range: Range<Int>) -> Bool {
        bytes[range.clamped(to: 0..<bytes.count)].allSatisfy { $0 == 0x20 || (9...13).contains($0) }
    }

    /// Whether there is a comment in a range, outside of strings.
    func hasComment(in range: Range<Int>) -> Bool {
        QueryComment.all(in: bytes).contains { $0.range.overlaps(range) }
    }
}
