import Diagnostics

/// Front matter without a closing line of `---`.
///
/// ## Why
///
/// Without the line nobody can tell where the settings end and the page begins.
///
/// ## Example
///
/// ```
/// ---
/// title: Overview
///
/// # Overview
/// ```
///
/// ## Instead
///
/// ```
/// ---
/// title: Overview
/// ---
///
/// # Overview
/// ```
public enum FrontMatterUnterminated: Rule {
    public static let id: RuleID = "front-matter/unterminated"
    public static let severity = Severity.error

    static func finding(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the front matter that begins here has no closing line `---`", at: origin,
            help: "close it with a line `---`; for a thematic break at the start of a page write `***`")
    }
}
