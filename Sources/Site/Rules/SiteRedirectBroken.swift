import Diagnostics

/// A redirect to a page or section that the site does not have.
///
/// ## Why
///
/// A redirect is a promise to old links; one that leads nowhere breaks it in a way that nobody sees.
///
/// ## Example
///
/// ```yaml
/// redirects:
///   old.html: 02-quickstart.md
/// ```
///
/// ## Instead
///
/// Name the fragment as its publication lists it, with the anchor if one is meant: `02-quick-start.md#first-query`.
public enum SiteRedirectBroken: Rule {
    public static let id: RuleID = "site/redirect-broken"
    public static let severity = Severity.error

    static func broken(
        _ target: String, at origin: PositionMap.Origin, suggestion: String?,
        otherwise help: String = "name a fragment as its publication lists it"
    ) -> Diagnostic {
        diagnostic(
            "the redirect leads to `\(target)`, which the site does not have", at: origin,
            help: suggestion.map { "did you mean `\($0)`?" } ?? help)
    }
}
