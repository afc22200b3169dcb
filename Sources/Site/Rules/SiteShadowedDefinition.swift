import Diagnostics

/// A second definition of a link or footnote with a label that has one.
///
/// ## Why
///
/// Markdown takes the first and drops the second without a word.
///
/// ## Example
///
/// ```md
/// [docs]: https://grafana.com/docs/loki/latest/
/// [docs]: https://grafana.com/docs/alloy/latest/
/// ```
///
/// ## Instead
///
/// Give each its own label.
public enum SiteShadowedDefinition: Rule {
    public static let id: RuleID = "site/shadowed-definition"
    public static let severity = Severity.error

    static func shadowed(_ label: String, at origin: PositionMap.Origin, first: Span) -> Diagnostic {
        diagnostic(
            "`[\(label)]` is defined already", at: origin,
            related: [.init(first, "this definition is the one that counts")],
            help: "give each its own label")
    }
}
