import Diagnostics

/// A range that is shorter than the step between two points.
///
/// ## Why
///
/// Each point looks back over its range only. Lines between the ranges are in no point, so peaks go missing, and which of them do
/// depends on where the points happen to lie.
///
/// ## Example
///
/// With a step of five minutes, and in a group of rules with `interval: 5m`:
///
/// ```logql
/// rate({app="shop"}[1m])
/// ```
///
/// ## Instead
///
/// ```logql
/// rate({app="shop"}[5m])
/// ```
///
/// The step is known in files of rules, and where `--step` gives it.
public enum RangeBelowStep: Rule, LintRule {
    public static let id: RuleID = "logql/range-below-step"
    public static let severity = Severity.warning

    static func findings(in subject: LintSubject) -> [LintFinding] {
        guard let step = subject.options.step else { return [] }
        return subject.ranges.filter {
            $0.source.intervalVariable == nil && $0.source.interval < step && $0.operation != "last_over_time"
        }.map {
            finding(
                "a range of \(subject.duration($0.source)) leaves gaps at a step of "
                    + "\(DurationText.prometheusText(step))",
                at: $0.source.intervalRange, help: "make the range at least as long as the step")
        }
    }
}
