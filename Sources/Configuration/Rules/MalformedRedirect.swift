import Diagnostics

/// A redirect whose old address is no path in the site, or that leads to another redirect.
///
/// ## Why
///
/// A page is written at the old address. It must be in the site, and lead to the right page at once.
///
/// ## Example
///
/// ```yaml
/// redirects:
///   https://docs.example.com/old.html: 02-quick-start.md
/// ```
///
/// ## Instead
///
/// ```yaml
/// redirects:
///   old.html: 02-quick-start.md
/// ```
public enum MalformedRedirect: Rule {
    public static let id: RuleID = "configuration/malformed-redirect"
    public static let severity = Severity.error

    /// Whether an old address, an anchor behind it or not, is a path in the site.
    public static func isWellFormed(_ from: String) -> Bool {
        let path = String(from.prefix { $0 != "#" })
        return !path.isEmpty && ProjectFiles.join("", path) == path && !path.contains("://")
    }

    public static func finding(_ path: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "found `\(path)`, expected the old path in the site", at: origin,
            help: "write it relative to the root of the site, without a slash at its start: `old.html`")
    }

    static func chain(_ path: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "this redirect leads to `\(path)`, which is redirected itself", at: origin,
            help: "name the page that it ends at")
    }
}
