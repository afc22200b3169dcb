import Diagnostics

/// A count that is divided by the seconds of its range.
///
/// ## Why
///
/// That is what `rate` computes. The divisor has to be changed with each change of the range, and nobody notices when it is not.
///
/// ## Example
///
/// ```logql
/// count_over_time({app="shop"}[5m]) / 300
/// ```
///
/// ## Instead
///
/// ```logql
/// rate({app="shop"}[5m])
/// ```
public enum CountDividedByRange: Rule, LintRule {
    public static let id: RuleID = "logql/count-divided-by-range"
    public static let severity = Severity.warning

    static func findings(in subject: LintSubject) -> [LintFinding] {
        subject.operations.compactMap { operation in
            guard operation.operation == "/", case .literal(let divisor, let literal) = operation.right,
                let (aggregation, isSummed) = counted(operation.left),
                divisor > 0, divisor == Double(aggregation.source.interval) / 1e9
            else { return nil }
            let name = aggregation.operation == "count_over_time" ? "rate" : "bytes_rate"
            let end = operation.left.range.upperBound
            // Parentheses belong to no expression; where there are some, an author has to change them.
            let isPlain =
                subject.isBlank(end..<operation.operatorRange.lowerBound)
                && subject.isBlank(operation.operatorRange.upperBound..<literal.lowerBound)
            let fix = LintFix(
                "write `\(name)`", isSafe: !isSummed,
                [LintFix.Edit(aggregation.nameRange, name), LintFix.Edit(end..<literal.upperBound, "")])
            return finding(
                "`\(aggregation.operation)` divided by the seconds of its range is `\(name)`", at: operation.range,
                help: "write `\(name)` without the division", fix: isPlain ? fix : nil)
        }
    }

    /// The count, and whether it is summed up, so that figures may differ in their last digit.
    private static func counted(_ metric: MetricExpression) -> (RangeAggregation, isSummed: Bool)? {
        switch metric {
        case .range(let aggregation)
        where (aggregation.operation == "count_over_time" || aggregation.operation == "bytes_over_time")
            && aggregation.source.unwrap == nil:
            (aggregation, false)
        case .vector(let aggregation) where aggregation.operation == "sum":
            counted(aggregation.operand).map { ($0.0, true) }
        default: nil
        }
    }
}
