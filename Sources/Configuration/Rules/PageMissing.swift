import Diagnostics

/// A page in the navigation without a fragment.
///
/// ## Why
///
/// The navigation would lead to nothing.
///
/// ## Example
///
/// ```yaml
/// navigation:
///   - title: Start
///     pages: [01-overveiw.md]
/// ```
///
/// ## Instead
///
/// ```yaml
/// navigation:
///   - title: Start
///     pages: [01-overview.md]
/// ```
public enum PageMissing: Rule {
    public static let id: RuleID = "configuration/page-missing"
    public static let severity = Severity.error

    static func finding(
        _ page: String, in folder: String, among names: [String], at origin: PositionMap.Origin
    ) -> Diagnostic {
        let near = Spelling.nearest(to: page, among: names)
        return diagnostic(
            "there is no fragment `\(page)` in `\(folder)`", at: origin,
            help: near.map { "did you mean `\($0)`?" } ?? "write the fragment, or take it out of the navigation")
    }
}
