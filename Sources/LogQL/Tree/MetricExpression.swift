/// Numbers made of lines.
public indirect enum MetricExpression: Sendable {
    case range(RangeAggregation)
    case vector(VectorAggregation)
    case binary(BinaryOperation)
    case literal(Double, Range<Int>)
    /// `vector(1)`
    case constant(Double, Range<Int>)
    case labelReplace(LabelReplace)
    /// A variable of Grafana in the place of a number or a metric.
    case variable(String, Range<Int>)

    public var range: Range<Int> {
        switch self {
        case .range(let aggregation): aggregation.range
        case .vector(let aggregation): aggregation.range
        case .binary(let operation): operation.range
        case .literal(_, let range), .constant(_, let range), .variable(_, let range): range
        case .labelReplace(let replace): replace.range
        }
    }
}

/// The lines of a window of time: `{app="x"} | json | unwrap y [5m] offset 1h`.
public struct LogRange: Sendable {
    public var query: LogQuery
    /// In nanoseconds.
    public var interval: Int64
    public var intervalRange: Range<Int>
    /// In nanoseconds; 0 without `offset`.
    public var offset: Int64 = 0
    public var unwrap: Unwrap?
    public var range: Range<Int>
    /// The variable of Grafana in the interval's place, which then is 0.
    public var intervalVariable: String?
    public var offsetVariable: String?
}

/// `| unwrap duration(label) | condition`
public struct Unwrap: Sendable {
    public enum Conversion: String, Sendable {
        case bytes, duration
        case durationSeconds = "duration_seconds"
    }

    public var label: String
    public var conversion: Conversion?
    public var filters: [LabelFilter] = []
    public var range: Range<Int>
    public var labelRange: Range<Int>
}

/// `rate({…}[5m]) by (label)`
public struct RangeAggregation: Sendable {
    /// The name in lower case.
    public var operation: String
    public var parameter: Double?
    public var source: LogRange
    public var grouping: Grouping?
    public var range: Range<Int>
    public var nameRange: Range<Int>
    /// The variable of Grafana in the parameter's place.
    public var parameterVariable: String?
}

/// `topk by (label) (10, …)`
public struct VectorAggregation: Sendable {
    public var operation: String
    public var parameter: Int?
    public var operand: MetricExpression
    public var grouping: Grouping?
    public var range: Range<Int>
    public var nameRange: Range<Int>
    /// The variable of Grafana in the parameter's place.
    public var parameterVariable: String?
}

public struct Grouping: Sendable {
    public var isWithout: Bool
    public var labels: [String]
    public var labelRanges: [Range<Int>]
    public var range: Range<Int>
}

public struct BinaryOperation: Sendable {
    public enum Cardinality: Sendable { case oneToOne, manyToOne, oneToMany }

    public struct Matching: Sendable {
        /// Whether only `labels` count; else all but them.
        public var isOn = false
        public var labels: [String]?
        public var cardinality = Cardinality.oneToOne
        public var included: [String]?
    }

    public var operation: String
    public var left: MetricExpression
    public var right: MetricExpression
    public var returnsBool: Bool
    public var matching: Matching
    public var range: Range<Int>
    public var operatorRange: Range<Int>
}

public struct LabelReplace: Sendable {
    public var operand: MetricExpression
    public var destination: String
    public var replacement: String
    public var source: String
    public var regex: String
    public var range: Range<Int>
    public var regexRange: Range<Int>
    /// Which of the four texts are variables of Grafana, from 0.
    public var variables: Set<Int> = []
}
