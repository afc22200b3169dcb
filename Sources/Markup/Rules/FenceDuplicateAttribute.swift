import Diagnostics

/// An attribute that a fence has twice.
///
/// ## Why
///
/// Only one of them can hold; which one would be a guess.
///
/// ## Example
///
/// ````markdown
/// ```logql {title="Errors" title="Errors a second"}
/// rate({app="shop"}[5m])
/// ```
/// ````
///
/// ## Instead
///
/// ````markdown
/// ```logql {title="Errors a second"}
/// rate({app="shop"}[5m])
/// ```
/// ````
public enum FenceDuplicateAttribute: Rule {
    public static let id: RuleID = "fence/duplicate-attribute"
    public static let severity = Severity.error

    static func duplicate(_ name: String, at origin: PositionMap.Origin, first: Span) -> Diagnostic {
        diagnostic(
            "the attribute `\(name)` stands twice", at: origin, related: [.init(first, "first given here")],
            help: "remove one of them")
    }
}
