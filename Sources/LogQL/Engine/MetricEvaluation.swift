/// Runs a metric query, step by step.
struct MetricEvaluation {
    let dataset: Dataset
    let request: QueryRequest

    func run(_ metric: MetricExpression, _ statistics: inout QueryStatistics) throws(EngineError) -> QueryResult {
        switch metric {
        case .literal(let value, _):
            if request.isInstant { return .scalar(.init(time: request.start / 1_000_000, value: value)) }
            return .matrix([constant(value)])
        case .constant(let value, _):
            if request.isInstant { return .vector([(.empty, .init(time: request.start / 1_000_000, value: value))]) }
            return .matrix([constant(value)])
        default: break
        }
        // There is no first step to answer.
        guard request.start <= request.end else { throw EngineError(message: "unexpected empty result") }
        let table = LabelTable()
        let source = try StepFactory(dataset: dataset, request: request, table: table).make(metric, &statistics)
        if request.isInstant { return try instant(metric, source, table) }
        var series: [Int32: [QueryResult.Point]] = [:]
        for (step, time) in Steps(request).enumerated() {
            for sample in try source.samples(at: step, time: time) {
                series[sample.labels, default: []].append(.init(time: time / 1_000_000, value: sample.value))
            }
        }
        return .matrix(
            series.map { QueryResult.Series(labels: table[$0], points: $1) }.sorted { $0.labels < $1.labels })
    }

    private func instant(
        _ metric: MetricExpression, _ source: any StepSource, _ table: LabelTable
    ) throws(EngineError) -> QueryResult {
        var samples = try source.samples(at: 0, time: request.start)
        if !metric.sorts { samples.sort { table[$0.labels] < table[$1.labels] } }
        return .vector(
            samples.map { (table[$0.labels], .init(time: request.start / 1_000_000, value: $0.value)) })
    }

    private func constant(_ value: Double) -> QueryResult.Series {
        QueryResult.Series(
            labels: .empty, points: Steps(request).map { QueryResult.Point(time: $0 / 1_000_000, value: value) })
    }
}

/// The moments at which a query is answered, in nanoseconds since 1970.
struct Steps: Sequence {
    let request: QueryRequest

    init(_ request: QueryRequest) { self.request = request }

    func makeIterator() -> AnyIterator<Int64> {
        var next: Int64? = request.start
        let step = Swift.max(1, request.step)
        return AnyIterator {
            guard let time = next, time <= request.end else { return nil }
            let (sum, overflow) = time.addingReportingOverflow(step)
            next = overflow ? nil : sum
            return time
        }
    }
}

/// A value with the number of its labels.
struct StepSample {
    var labels: Int32
    var value: Double
}

/// A part of a metric query. It is asked for its values at each step, once, in order.
protocol StepSource: AnyObject {
    func samples(at step: Int, time: Int64) throws(EngineError) -> [StepSample]
}

extension MetricExpression {
    /// Whether the order of an instant answer is the query's own.
    var sorts: Bool {
        switch self {
        case .vector(let aggregation):
            aggregation.operation == "sort" || aggregation.operation == "sort_desc" || aggregation.operand.sorts
        case .binary(let operation): operation.left.sorts || operation.right.sorts
        case .labelReplace(let replace): replace.operand.sorts
        case .range, .literal, .constant, .variable: false
        }
    }
}

/// Makes the parts that a query is evaluated by.
struct StepFactory {
    let dataset: Dataset
    let request: QueryRequest
    let table: LabelTable

    func make(_ metric: MetricExpression, _ statistics: inout QueryStatistics) throws(EngineError) -> any StepSource {
        switch metric {
        case .range(let aggregation):
            return try RangeSource(aggregation, outer: nil, dataset, request, table, &statistics)
        case .vector(let aggregation):
            let operand: any StepSource
            if case .range(let range) = aggregation.operand {
                let outer = Self.pushed(aggregation, range)
                operand = try RangeSource(range, outer: outer, dataset, request, table, &statistics)
            } else {
                operand = try make(aggregation.operand, &statistics)
            }
            return VectorSource(aggregation, operand, table)
        case .binary(let operation): return try binary(operation, &statistics)
        case .labelReplace(let replace):
            return try LabelReplaceSource(replace, try make(replace.operand, &statistics), table)
        case .constant(let value, _): return ConstantSource(value, table)
        case .variable(let text, _):
            throw EngineError(message: "the variable \(text) has no value")
        case .literal:
            throw EngineError(
                message: "unexpected expr type (*syntax.LiteralExpr) for Evaluator type (*logql.DefaultEvaluator) ")
        }
    }

    /// The grouping of a `sum` that lines may be grouped by at once.
    private static func pushed(_ aggregation: VectorAggregation, _ range: RangeAggregation) -> Grouping? {
        let simple = ["rate", "count_over_time", "bytes_rate", "bytes_over_time", "sum_over_time"]
        guard aggregation.operation == "sum", range.grouping == nil, simple.contains(range.operation) else {
            return nil
        }
        return aggregation.grouping ?? Grouping(isWithout: false, labels: [], labelRanges: [], range: 0..<0)
    }

    private func binary(
        _ operation: BinaryOperation, _ statistics: inout QueryStatistics
    ) throws(EngineError) -> any StepSource {
        if case .literal(let value, _) = operation.left {
            return LiteralSource(operation, value, isLeft: true, try make(operation.right, &statistics))
        }
        if case .literal(let value, _) = operation.right {
            return LiteralSource(operation, value, isLeft: false, try make(operation.left, &statistics))
        }
        let left = try make(operation.left, &statistics)
        return BinarySource(operation, left, try make(operation.right, &statistics), table)
    }
}

/// `vector(1)`
final class ConstantSource: StepSource {
    private let sample: StepSample

    init(_ value: Double, _ table: LabelTable) { sample = StepSample(labels: table.number(of: .empty), value: value) }

    func samples(at step: Int, time: Int64) throws(EngineError) -> [StepSample] { [sample] }
}
