import Diagnostics

/// A link to a page or file of the site that the site does not have.
///
/// ## Why
///
/// Readers get a page that says that there is none.
///
/// ## Example
///
/// ```md
/// See [the configuration](03-configuraton.md).
/// ```
///
/// ## Instead
///
/// Link to a fragment of the publication, or to a file below its folder, relative to the fragment that links:
///
/// ```md
/// See [the configuration](03-configuration.md).
/// ```
public enum SiteLinkBroken: Rule {
    public static let id: RuleID = "site/link-broken"
    public static let severity = Severity.error

    static func missing(
        _ target: String, at origin: PositionMap.Origin, suggestion: String?, fix: Diagnostic.Fix?
    ) -> Diagnostic {
        diagnostic(
            "the link leads to `\(target)`, which the site does not have", at: origin,
            help: suggestion.map { "did you mean `\($0)`?" }
                ?? "link to a fragment or a file below the publication's folder",
            fix: fix)
    }

    static func leavesSite(_ target: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the link `\(target)` leads out of the site", at: origin,
            notes: ["it would depend on where the site is served, and not work from the file system"],
            help: "write it relative to this fragment")
    }
}
