import Diagnostics

/// A heading with nothing under it: no text before the next heading of its level or above.
///
/// ## Why
///
/// A heading promises a text. An empty one is what remains of an outline.
///
/// ## Example
///
/// ```md
/// ## Backups
///
/// ## Restores
///
/// Stop Loki first.
/// ```
///
/// ## Instead
///
/// Write the section, or take its heading out. A heading that is followed by one of a lower level is not empty.
public enum TodosEmptySection: Rule {
    public static let id: RuleID = "todos/empty-section"
    public static let severity = Severity.error

    static func empty(_ title: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("the section \"\(title)\" is empty", at: origin, help: "write the section, or take its heading out")
    }
}
