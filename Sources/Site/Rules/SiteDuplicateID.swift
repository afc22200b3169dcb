import Diagnostics

/// Two elements of a page with one id.
///
/// ## Why
///
/// A link to the id leads to the first of them, whichever was meant.
///
/// ## Example
///
/// ```md
/// ## Limits {#limits}
///
/// ## Limits of a tenant {#limits}
/// ```
///
/// ## Instead
///
/// Give each its own id, or leave ids to Galley, which makes them unique.
public enum SiteDuplicateID: Rule {
    public static let id: RuleID = "site/duplicate-id"
    public static let severity = Severity.error

    static func twice(_ id: String, at origin: PositionMap.Origin, first: Span?) -> Diagnostic {
        diagnostic(
            "the id `\(id)` stands twice on this page", at: origin,
            related: first.map { [Diagnostic.Label($0, "it is here already")] } ?? [],
            help: "give each its own id, or leave it out")
    }
}
