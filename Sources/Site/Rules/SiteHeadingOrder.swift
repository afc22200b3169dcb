import Diagnostics

/// A heading that leaves out a level, a page without a title, or one with two.
///
/// ## Why
///
/// The levels are how screen readers and the table of contents find their way; a gap in them is a section that seems
/// to be missing.
///
/// ## Example
///
/// ```md
/// # Security
///
/// ### Certificates
/// ```
///
/// ## Instead
///
/// ```md
/// # Security
///
/// ## Certificates
/// ```
public enum SiteHeadingOrder: Rule {
    public static let id: RuleID = "site/heading-order"
    public static let severity = Severity.error

    static func skipped(from: Int, to level: Int, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "a heading of level \(level) after one of level \(from)", at: origin,
            help: "make it a heading of level \(from + 1)")
    }

    static func noTitle(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("the fragment has no heading of level 1", at: origin, help: "begin it with `# ` and its title")
    }

    static func secondTitle(at origin: PositionMap.Origin, first: Span) -> Diagnostic {
        diagnostic(
            "a second heading of level 1", at: origin, related: [.init(first, "the page's title is here")],
            help: "make it a heading of level 2, or a fragment of its own")
    }

    static func tooDeep(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "a heading of level 6 has no level left in the composed guide", at: origin,
            notes: ["the guide shifts the headings of its chapters by one level"], help: "raise it to level 5")
    }
}
