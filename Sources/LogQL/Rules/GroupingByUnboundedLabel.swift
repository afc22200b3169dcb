import Diagnostics

/// A grouping by a label that has a value for nearly each line, such as the id of a request.
///
/// ## Why
///
/// Each value is a series of its own. Loki refuses a metric query of more than 500 series, and long before that the result is no
/// picture of anything.
///
/// ## Example
///
/// ```logql
/// sum by (trace_id) (count_over_time({app="shop"}[1h]))
/// ```
///
/// ## Instead
///
/// Group by what has few values, and look for single requests with a log query:
///
/// ```logql
/// sum by (level) (count_over_time({app="shop"}[1h]))
/// ```
///
/// A name counts that is, or ends in, one of `request_id`, `trace_id`, `span_id`, `user_id`, `session_id`, `ip`, `url` and
/// others of their kind; `--unbounded-label` adds names.
public enum GroupingByUnboundedLabel: Rule, LintRule {
    public static let id: RuleID = "logql/grouping-by-unbounded-label"
    public static let severity = Severity.warning

    static func findings(in subject: LintSubject) -> [LintFinding] {
        let groupings = subject.vectors.compactMap(\.grouping) + subject.ranges.compactMap(\.grouping)
        return groupings.filter { !$0.isWithout }.flatMap { grouping in
            zip(grouping.labels, grouping.labelRanges).filter { subject.options.isUnbounded($0.0) }.map(series)
        }
    }

    private static func series(_ label: String, _ range: Range<Int>) -> LintFinding {
        finding(
            "each value of `\(label)` is a series of its own, and there may be one for each line", at: range,
            help: "group by a label of few values, or find single lines with a log query")
    }
}
