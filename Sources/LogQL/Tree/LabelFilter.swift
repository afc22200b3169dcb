/// A condition on labels, by which lines are kept.
public indirect enum LabelFilter: Sendable {
    public enum Comparison: String, Sendable {
        case equal = "=="
        case notEqual = "!="
        case greater = ">"
        case greaterOrEqual = ">="
        case less = "<"
        case lessOrEqual = "<="
    }

    /// A label compared with a value.
    public struct Condition<Value: Sendable>: Sendable {
        public var name: String
        public var comparison: Comparison
        public var value: Value
        public var range: Range<Int>
        public var nameRange: Range<Int>
    }

    case string(Matcher)
    case number(Condition<Double>)
    /// In nanoseconds.
    case duration(Condition<Int64>)
    /// In bytes.
    case bytes(Condition<Int64>)
    case address(Condition<String>)
    /// With a variable of Grafana in the place of a number, a duration or a size.
    case variable(Condition<String>)
    case and(LabelFilter, LabelFilter)
    case or(LabelFilter, LabelFilter)

    public var range: Range<Int> {
        switch self {
        case .string(let matcher): matcher.range
        case .number(let condition): condition.range
        case .duration(let condition), .bytes(let condition): condition.range
        case .address(let condition), .variable(let condition): condition.range
        case .and(let left, let right), .or(let left, let right):
            left.range.lowerBound..<right.range.upperBound
        }
    }
}
