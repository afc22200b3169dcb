import LogQL

extension MetricExpression {
    /// Whether an empty answer is a good one: the query looks for something that is missing, or over a threshold.
    var asksForAbsence: Bool {
        switch self {
        case .range(let aggregation): aggregation.operation == "absent_over_time"
        case .vector(let aggregation): aggregation.operand.asksForAbsence
        case .binary(let operation):
            ["unless", "==", "!=", ">", ">=", "<", "<="].contains(operation.operation)
                || operation.left.asksForAbsence || operation.right.asksForAbsence
        case .labelReplace(let replace): replace.operand.asksForAbsence
        case .literal, .constant, .variable: false
        }
    }
}
