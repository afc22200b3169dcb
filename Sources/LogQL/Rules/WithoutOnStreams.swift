import Diagnostics

/// An aggregation over streams that takes labels away with `without`, instead of naming those that it wants.
///
/// ## Why
///
/// All other labels stay: those of the stream, each field of a parser, and structured metadata with its ids. That is easily a
/// series for each line, and a new label of the streams changes the result.
///
/// ## Example
///
/// ```logql
/// sum without (pod) (rate({app="shop"} | json [5m]))
/// ```
///
/// ## Instead
///
/// ```logql
/// sum by (level) (rate({app="shop"} | json [5m]))
/// ```
public enum WithoutOnStreams: Rule, LintRule {
    public static let id: RuleID = "logql/without-on-streams"
    public static let severity = Severity.warning

    static func findings(in subject: LintSubject) -> [LintFinding] {
        let vectors = subject.vectors.compactMap { aggregation -> Grouping? in
            guard case .range(let operand) = aggregation.operand, operand.grouping == nil else { return nil }
            return operand.keepsChosenLabels ? nil : aggregation.grouping
        }
        let ranges = subject.ranges.compactMap { $0.keepsChosenLabels ? nil : $0.grouping }
        return (vectors + ranges).filter(\.isWithout).map {
            finding(
                "`without` keeps all other labels, structured metadata and parsed fields among them", at: $0.range,
                help: "name the labels that are wanted: `by (…)`")
        }
    }
}
