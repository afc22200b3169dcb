import Diagnostics

/// A selector that chooses by a label that no stream has.
///
/// ## Why
///
/// A stream without the label counts as one with an empty value: `=` and `=~` then find nothing, and `!=` leaves nothing out.
///
/// ## Example
///
/// Where streams have the labels `app`, `env` and `level`:
///
/// ```logql
/// {app="shop", severity="error"}
/// ```
///
/// ## Instead
///
/// ```logql
/// {app="shop", level="error"}
/// ```
///
/// The labels of the index are known where `--index-label` names them.
public enum UnknownIndexLabel: Rule, LintRule {
    public static let id: RuleID = "logql/unknown-index-label"
    public static let severity = Severity.warning

    static func findings(in subject: LintSubject) -> [LintFinding] {
        guard let labels = subject.options.indexLabels else { return [] }
        return subject.pipelines.flatMap { pipeline in
            pipeline.query.matchers.filter { !labels.contains($0.name) }.map { matcher in
                let near = Spelling.nearest(to: matcher.name, among: labels.sorted())
                return finding(
                    "no stream has a label `\(matcher.name)`", at: matcher.nameRange,
                    help: near.map { "did you mean `\($0)`?" }
                        ?? "filter by it behind the selector: `| \(subject.text(matcher.range))`")
            }
        }
    }
}
