import Diagnostics

/// An id of a heading that can't be one.
///
/// ## Why
///
/// Links to the heading depend on its id. It begins with a letter or digit and holds only letters, digits, `-`, `_`, `.`
/// and `:`, so that it can stand in an address as it is. Pairs of underscores beside punctuation are emphasis to
/// Markdown.
///
/// ## Example
///
/// ```markdown
/// ## Retention {#how long?}
/// ```
///
/// ## Instead
///
/// ```markdown
/// ## Retention {#how-long}
/// ```
public enum HeadingIDSyntax: Rule {
    public static let id: RuleID = "heading/id-syntax"
    public static let severity = Severity.error

    static func malformed(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "this is not an id that a heading can have", at: origin,
            help: "begin with a letter or digit and use letters, digits, `-`, `_`, `.` and `:` only")
    }
}
