import Diagnostics

/// A link to a section or other anchor that its page does not have.
///
/// ## Why
///
/// The browser opens the page at its top, and the reader searches for what was meant. Headings get the ids that
/// GitHub gives them, so that a link that works there works on the site.
///
/// ## Example
///
/// ```md
/// ## Log retention
///
/// See [below](#retention).
/// ```
///
/// ## Instead
///
/// ```md
/// See [below](#log-retention).
/// ```
///
/// Or give the heading a lasting id: `## Log retention {#retention}`.
public enum SiteAnchorMissing: Rule {
    public static let id: RuleID = "site/anchor-missing"
    public static let severity = Severity.error

    static func missing(
        _ anchor: String, in page: String, at origin: PositionMap.Origin, suggestion: String?, fix: Diagnostic.Fix?
    ) -> Diagnostic {
        diagnostic(
            "\(page) has no anchor `#\(anchor)`", at: origin,
            help: suggestion.map { "did you mean `#\($0)`?" } ?? "headings get the ids that GitHub gives them", fix: fix
        )
    }
}
