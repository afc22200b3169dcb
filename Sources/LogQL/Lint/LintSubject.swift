/// A query as rules see it: its parts by kind, in the order of their places.
struct LintSubject {
    let bytes: [UInt8]
    let options: LintOptions
    private(set) var pipelines: [Pipeline] = []
    private(set) var ranges: [RangeAggregation] = []
    private(set) var vectors: [VectorAggregation] = []
    private(set) var operations: [BinaryOperation] = []
    private let tokens: [Token]
    private let comments: [QueryComment]

    /// Pipelines with more stages, line filters or matchers are made by programs. Rules compare all with all, so such
    /// pipelines are left out.
    static let maximumParts = 500

    init(_ expression: Expression, bytes: [UInt8], options: LintOptions) {
        self.bytes = bytes
        self.options = options
        tokens = Lexer.tokens(of: bytes, options.query).tokens
        comments = QueryComment.all(in: bytes, between: tokens)
        switch expression {
        case .log(let query): pipelines.append(Pipeline(query: query))
        case .metric(let metric): visit(metric)
        case .variants(let variants):
            for metric in variants.metrics { visit(metric) }
            pipelines.append(Pipeline(query: variants.source.query, source: variants.source))
        }
        pipelines.removeAll { $0.partCount > Self.maximumParts }
    }

    /// Without recursion, since a sum of thousands of parts is as deep as it is long.
    private mutating func visit(_ metric: MetricExpression) {
        var open = [metric]
        while let next = open.popLast() {
            switch next {
            case .range(let aggregation):
                ranges.append(aggregation)
                let source = aggregation.source
                pipelines.append(Pipeline(query: source.query, source: source, operation: aggregation.operation))
            case .vector(let aggregation):
                vectors.append(aggregation)
                open.append(aggregation.operand)
            case .binary(let operation):
                operations.append(operation)
                open.append(operation.right)
                open.append(operation.left)
            case .labelReplace(let replace): open.append(replace.operand)
            case .literal, .constant, .variable: break
            }
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
        let next = firstToken(from: range.upperBound)
        let before = firstToken(from: range.lowerBound) - 1
        if next < tokens.count, tokens[next].is(.notEqual) || tokens[next].is(.notRegexMatch),
            before >= 0, tokens[before].kind == .identifier
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
        comments.contains { $0.range.overlaps(range) }
    }

    /// The index of the first token that begins at an offset or after it.
    private func firstToken(from offset: Int) -> Int {
        var low = 0
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle].range.lowerBound < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
