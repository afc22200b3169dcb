import Diagnostics

/// A session that snippets of different checkers, or with different needs, share.
///
/// ## Why
///
/// Snippets of one session run in one shell, or in one database, one after the other. A shell can't go on with SQL.
///
/// ## Example
///
/// ````markdown
/// ```bash {session=setup}
/// NAME=loki
/// ```
///
/// ```sql {session=setup}
/// SELECT 1;
/// ```
/// ````
///
/// ## Instead
///
/// Give each language a session of its own.
public enum SnippetMixedSession: Rule {
    public static let id: RuleID = "snippet/mixed-session"
    public static let severity = Severity.error

    static func found(
        _ session: String, language: String, other: String, at origin: PositionMap.Origin, first: Span
    ) -> Diagnostic {
        diagnostic(
            "the session `\(session)` is of \(other), this snippet of \(language)", at: origin,
            related: [.init(first, "the session begins here")], help: "give it a session of its own")
    }
}
