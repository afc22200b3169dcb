import Diagnostics

/// An id that two headings of a page give themselves.
///
/// ## Why
///
/// A link to the id leads to the first heading only; the other can't be reached.
///
/// ## Example
///
/// ```markdown
/// ## Retention {#retention}
///
/// ## Deletion {#retention}
/// ```
///
/// ## Instead
///
/// ```markdown
/// ## Retention {#retention}
///
/// ## Deletion {#deletion}
/// ```
public enum HeadingDuplicateID: Rule {
    public static let id: RuleID = "heading/duplicate-id"
    public static let severity = Severity.error

    static func duplicate(_ id: String, at origin: PositionMap.Origin, first: Span) -> Diagnostic {
        diagnostic(
            "the id `\(id)` is given to two headings", at: origin, related: [.init(first, "first given here")],
            help: "choose another id for one of them")
    }
}
