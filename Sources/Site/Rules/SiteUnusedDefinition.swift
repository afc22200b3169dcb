import Diagnostics

/// A definition of a link or footnote that nothing refers to.
///
/// ## Why
///
/// It is what remains of a text that was taken out, or a slip of the pen in the reference that should use it.
///
/// ## Example
///
/// ```md
/// See the documentation.
///
/// [docs]: https://grafana.com/docs/loki/latest/
/// ```
///
/// ## Instead
///
/// Refer to it, or take it out.
///
/// ```md
/// See [the documentation][docs].
///
/// [docs]: https://grafana.com/docs/loki/latest/
/// ```
public enum SiteUnusedDefinition: Rule {
    public static let id: RuleID = "site/unused-definition"
    public static let severity = Severity.warning

    static func unused(_ label: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("nothing refers to `[\(label)]`", at: origin, help: "refer to it, or take it out")
    }
}
