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
///
/// Addresses that run or open something on the reader's machine (`javascript:`, `vbscript:`, `file:`, most of `data:`) are left
/// out of pages, so a link to one leads nowhere.
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

    /// An address that the page goes without.
    static func dangerous(_ target: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the page leaves out `\(target.prefix(80))\(target.count > 80 ? "…" : "")`, so the link leads nowhere",
            at: origin,
            notes: ["such an address runs or opens something on the reader's machine"],
            help: "link to a page, or write the address as code")
    }

    static func leavesSite(_ target: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the link `\(target)` leads out of the site", at: origin,
            notes: ["it would depend on where the site is served, and not work from the file system"],
            help: "write it relative to this fragment")
    }
}
