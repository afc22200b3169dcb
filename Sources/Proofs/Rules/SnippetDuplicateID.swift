import Diagnostics

/// A name that two snippets have.
///
/// ## Why
///
/// Evidence, the cache and other snippets refer to a snippet by its name, over all pages of the site.
///
/// ## Example
///
/// ````markdown
/// ```logql {#errors}
/// {app="shop", level="error"}
/// ```
///
/// ```logql {#errors}
/// {app="shop"} |= "error"
/// ```
/// ````
///
/// ## Instead
///
/// Give each a name of its own, such as `errors-by-label` and `errors-by-text`.
public enum SnippetDuplicateID: Rule {
    public static let id: RuleID = "snippet/duplicate-id"
    public static let severity = Severity.error

    static func found(_ name: String, at origin: PositionMap.Origin, first: Span) -> Diagnostic {
        diagnostic(
            "another snippet is called `\(name)` too", at: origin,
            related: [.init(first, "the first is here")], help: "give one of them another name")
    }
}
