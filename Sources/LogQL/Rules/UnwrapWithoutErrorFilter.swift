import Diagnostics

/// An `unwrap` without a filter on `__error__` behind it.
///
/// ## Why
///
/// A value that is no number gives the line the label `__error__`, and one such line makes Loki refuse the whole query. The
/// filter must stand behind `unwrap`: before it, the conversion has not happened yet.
///
/// ## Example
///
/// ```logql
/// sum_over_time({app="shop"} |= "bytes" | logfmt | unwrap bytes [5m])
/// ```
///
/// ## Instead
///
/// ```logql
/// sum_over_time({app="shop"} |= "bytes" | logfmt | unwrap bytes | __error__="" [5m])
/// ```
///
/// A comparison of the same label before it, with `__error__=""` behind the comparison, serves as well.
public enum UnwrapWithoutErrorFilter: Rule, LintRule {
    public static let id: RuleID = "logql/unwrap-without-error-filter"
    public static let severity = Severity.warning

    static func findings(in subject: LintSubject) -> [LintFinding] {
        subject.pipelines.compactMap { pipeline in
            guard let unwrap = pipeline.source?.unwrap, !unwrap.filters.contains(where: \.looksAtErrors),
                !isCompared(unwrap, pipeline.stages)
            else { return nil }
            let end = unwrap.labelRange.upperBound
            return finding(
                "one value of `\(unwrap.label)` that is no number fails the whole query", at: unwrap.range,
                help: "put `| __error__=\"\"` behind `unwrap`, which leaves such lines out",
                fix: unwrap.conversion != nil || !unwrap.filters.isEmpty
                    ? nil
                    : LintFix(
                        "add `| __error__=\"\"`", isSafe: false, [LintFix.Edit(end..<end, " | __error__=\"\"")]))
        }
    }

    /// Whether an earlier comparison of the same kind has found out the values that can't be converted.
    private static func isCompared(_ unwrap: Unwrap, _ stages: [Stage]) -> Bool {
        var isCompared = false
        var isFiltered = false
        for stage in stages {
            if stage.mayChange(unwrap.label) { (isCompared, isFiltered) = (false, false) }
            for condition in stage.conditions {
                if converts(condition, as: unwrap) { isCompared = true }
                if condition.looksAtErrors { isFiltered = isCompared }
            }
        }
        return isFiltered
    }

    private static func converts(_ condition: LabelFilter, as unwrap: Unwrap) -> Bool {
        switch (condition, unwrap.conversion) {
        case (.number(let number), nil): number.name == unwrap.label
        case (.duration(let duration), .duration), (.duration(let duration), .durationSeconds):
            duration.name == unwrap.label
        case (.bytes(let bytes), .bytes): bytes.name == unwrap.label
        default: false
        }
    }
}
