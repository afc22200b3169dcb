import Diagnostics

/// A fragment in a publication's folder that its navigation does not list.
///
/// ## Why
///
/// It would not be published, and its author would not notice.
///
/// ## Example
///
/// The folder holds `01-overview.md` and `02-quick-start.md`, the navigation names the first only.
///
/// ## Instead
///
/// ```yaml
/// navigation:
///   - title: Start
///     pages: [01-overview.md, 02-quick-start.md]
/// ```
///
/// A file that other fragments include, and that is no page, has a name that begins with `_`.
public enum PageNotListed: Rule {
    public static let id: RuleID = "configuration/page-not-listed"
    public static let severity = Severity.error

    static func finding(_ page: String, in folder: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "no navigation lists the fragment `\(page)` in `\(folder)`", at: origin,
            help: "list it under `pages`, or let its name begin with `_` if it is only included by others")
    }
}
