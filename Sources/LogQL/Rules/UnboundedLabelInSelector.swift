import Diagnostics

/// A selector that chooses by a label with a value for nearly each line, such as the id of a request.
///
/// ## Why
///
/// A label of the index makes a stream for each of its values. Ids in the index make millions of streams, which Loki refuses or
/// is slow with. Where they are structured metadata, as they should be, the selector finds nothing.
///
/// ## Example
///
/// ```logql
/// {app="shop", trace_id="4bf92f3577b34da6"}
/// ```
///
/// ## Instead
///
/// ```logql
/// {app="shop"} | trace_id="4bf92f3577b34da6"
/// ```
public enum UnboundedLabelInSelector: Rule, LintRule {
    public static let id: RuleID = "logql/unbounded-label-in-selector"
    public static let severity = Severity.warning

    static func findings(in subject: LintSubject) -> [LintFinding] {
        subject.pipelines.flatMap { pipeline in
            pipeline.query.matchers.filter { subject.options.isUnbounded($0.name) }.map { matcher in
                finding(
                    "`\(matcher.name)` has too many values for a label of streams", at: matcher.range,
                    help: "keep it in structured metadata, and filter behind the selector: "
                        + "`| \(subject.text(matcher.range))`")
            }
        }
    }
}
