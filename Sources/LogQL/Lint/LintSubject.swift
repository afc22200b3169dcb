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

    /// A range with the blanks before it, so that nothing is left where it was.
    func withBlanksBefore(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        while start > 0, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
        return start..<range.upperBound
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
