import Diagnostics

/// A word or phrase that says that something is still to be written: `TODO`, `TBD`, `FIXME`, `XXX`, "coming soon",
/// "lorem ipsum".
///
/// ## Why
///
/// Readers meet it as a promise that nobody keeps. It is found in prose, in headings, in the comments of code, in the
/// texts of images and in inline code; not inside other words.
///
/// ## Example
///
/// ```md
/// ## Retention
///
/// TODO: explain the compactor.
/// ```
///
/// ## Instead
///
/// Write it, or take the section out. Where the text speaks of the word itself, say so on the line before:
///
/// ```md
/// <!-- galley-allow todos/placeholder: the chapter explains the marker itself -->
/// Search your code for `TODO` before a release.
/// ```
public enum TodosPlaceholder: Rule {
    public static let id: RuleID = "todos/placeholder"
    public static let severity = Severity.error

    static func found(_ text: String, at origin: PositionMap.Origin, in place: String) -> Diagnostic {
        diagnostic("`\(text)` in \(place) is a placeholder", at: origin, help: "write what is missing, or take it out")
    }
}
