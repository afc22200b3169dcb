import Diagnostics

/// A range that is longer than a day.
///
/// ## Why
///
/// Each point of the result reads all lines of its range. A panel of a hundred points over seven days reads a week of lines a
/// hundred times, as far as no cache helps.
///
/// ## Example
///
/// ```logql
/// sum by (level) (rate({app="shop"}[7d]))
/// ```
///
/// ## Instead
///
/// Ask for short ranges, and let the time of the query be long. Where a figure over days is needed again and again, record it by
/// a rule.
///
/// ```logql
/// sum by (level) (rate({app="shop"}[5m]))
/// ```
///
/// `--longest-range` sets another limit.
public enum UnboundedRange: Rule, LintRule {
    public static let id: RuleID = "logql/unbounded-range"
    public static let severity = Severity.warning

    static func findings(in subject: LintSubject) -> [LintFinding] {
        let longest = subject.options.longestRange
        return subject.pipelines.compactMap(\.source).filter { $0.interval > longest }.map {
            finding(
                "each point reads the lines of \(subject.duration($0))", at: $0.intervalRange,
                help: "take a range of at most \(DurationText.prometheusText(longest)), or record the figure by a rule")
        }
    }
}
