import Diagnostics

/// A page that a publication's navigation lists twice.
///
/// ## Why
///
/// The guide would hold the chapter twice, with the same anchors, and "next" and "previous" would have two answers.
///
/// ## Example
///
/// ```yaml
/// pages: [01-overview.md, 02-quick-start.md, 01-overview.md]
/// ```
///
/// ## Instead
///
/// ```yaml
/// pages: [01-overview.md, 02-quick-start.md]
/// ```
public enum PageListedTwice: Rule {
    public static let id: RuleID = "configuration/page-listed-twice"
    public static let severity = Severity.error

    static func finding(_ page: String, at origin: PositionMap.Origin, first: Span) -> Diagnostic {
        diagnostic(
            "the page `\(page)` is listed twice", at: origin, related: [.init(first, "it is first listed here")],
            help: "keep one of the two")
    }
}
