import Diagnostics

/// A query that is laid out otherwise than Loki's formatter does it.
///
/// ## Why
///
/// Queries that look alike are compared at a glance, and a change of one shows what was changed, not how it was broken into
/// lines. `galley logql format --check` finds this.
///
/// ## Example
///
/// ```logql
/// sum   by(level)(rate({app = "shop"}[5m]))
/// ```
///
/// ## Instead
///
/// ```logql
/// sum by (level)(rate({app="shop"}[5m]))
/// ```
///
/// `galley logql format --write` lays all queries of a file out.
public enum Layout: Rule {
    public static let id: RuleID = "logql/layout"
    public static let severity = Severity.warning

    public static func finding(at span: Span, edit: Diagnostic.Fix.Edit) -> Diagnostic {
        diagnostic(
            "this query is laid out otherwise than Loki's formatter does it", at: span,
            help: "run `galley logql format --write`",
            fix: Diagnostic.Fix(title: "lay it out", edits: [edit], isSafe: true))
    }
}
