import Diagnostics

/// A link that leads nowhere yet: `#`, an empty address, or words such as `URL` and `<link>` in the place of one.
///
/// ## Why
///
/// It looks like a link and does nothing, which no link checker minds.
///
/// ## Example
///
/// ```md
/// See [the runbook](#).
/// ```
///
/// ## Instead
///
/// Link to what is meant, or leave the words without a link.
public enum TodosPlaceholderLink: Rule {
    public static let id: RuleID = "todos/placeholder-link"
    public static let severity = Severity.error

    static func found(_ destination: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            destination.isEmpty ? "a link without an address" : "`\(destination)` in the place of an address",
            at: origin,
            help: "link to what is meant, or leave the words without a link")
    }
}
