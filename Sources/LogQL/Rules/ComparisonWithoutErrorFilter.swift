import Diagnostics

/// A comparison with a number, a duration or a size in a metric query, without a filter on `__error__` behind it.
///
/// ## Why
///
/// A value that is no number gives the line the label `__error__` and keeps it. One such line in the range makes Loki refuse the
/// whole metric query.
///
/// ## Example
///
/// ```logql
/// count_over_time({app="shop"} |= "duration_ms" | json | duration_ms > 1000 [5m])
/// ```
///
/// ## Instead
///
/// ```logql
/// count_over_time({app="shop"} |= "duration_ms" | json | duration_ms > 1000 | __error__="" [5m])
/// ```
public enum ComparisonWithoutErrorFilter: Rule, LintRule {
    public static let id: RuleID = "logql/comparison-without-error-filter"
    public static let severity = Severity.warning

    static func findings(in subject: LintSubject) -> [LintFinding] {
        var found: [LintFinding] = []
        for pipeline in subject.pipelines where pipeline.isMetric {
            let behindUnwrap = (pipeline.source?.unwrap?.filters ?? []).contains { $0.looksAtErrors }
            var open: Stage?
            for stage in pipeline.stages {
                guard case .labelFilter(let filter) = stage.kind else {
                    if dropsErrors(stage) { open = nil }
                    continue
                }
                if filter.converts { open = stage }
                if filter.looksAtErrors { open = nil }
            }
            if let open, !behindUnwrap { found.append(comparison(open, subject)) }
        }
        return found
    }

    /// `| drop __error__` lets lines with errors pass as if they had none.
    private static func dropsErrors(_ stage: Stage) -> Bool {
        guard case .drop(let matchers) = stage.kind else { return false }
        return matchers.contains { if case .name("__error__", _) = $0 { true } else { false } }
    }

    private static func comparison(_ stage: Stage, _ subject: LintSubject) -> LintFinding {
        finding(
            "one value that can't be compared fails the whole query", at: stage.range,
            help: "put `| __error__=\"\"` behind it, which leaves such lines out",
            fix: LintFix(
                "add `| __error__=\"\"`", isSafe: false,
                [LintFix.Edit(stage.range.upperBound..<stage.range.upperBound, " | __error__=\"\"")]))
    }
}
