/// A query: lines, or numbers made of lines.
public indirect enum Expression: Sendable {
    case log(LogQuery)
    case metric(MetricExpression)
    /// `variants(…) of (…)`, an experiment of Loki 3.7.
    case variants(Variants)

    public var range: Range<Int> {
        switch self {
        case .log(let query): query.range
        case .metric(let metric): metric.range
        case .variants(let variants): variants.range
        }
    }
}

/// A selector with the stages behind it.
public struct LogQuery: Sendable {
    public var matchers: [Matcher]
    public var stages: [Stage]
    /// The bytes of the query's text, from `{` on.
    public var range: Range<Int>
}

/// `name="value"` in braces or in a label filter.
public struct Matcher: Sendable {
    public enum Operator: String, Sendable {
        case equal = "="
        case notEqual = "!="
        case matches = "=~"
        case notMatches = "!~"
    }

    public var name: String
    public var operation: Operator
    public var value: String
    public var range: Range<Int>
    public var nameRange: Range<Int>
    /// The string with its quotes.
    public var valueRange: Range<Int>
    /// What of it is a variable of Grafana, as it is written: the value, or all.
    public var variable: Variable?

    public enum Variable: Sendable { case value, whole }
}

/// Several metrics over one range of lines.
public struct Variants: Sendable {
    public var metrics: [MetricExpression]
    public var source: LogRange
    public var range: Range<Int>
}
