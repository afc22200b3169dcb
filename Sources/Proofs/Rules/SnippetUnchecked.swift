import Diagnostics

/// A code block that no checker takes, so that nothing of it is proven.
///
/// ## Why
///
/// Readers trust that examples were checked. A block that nobody looks at is where errors live.
///
/// ## Example
///
/// ````markdown
/// ```
/// {app="shop"}
/// ```
/// ````
///
/// ## Instead
///
/// Name the language, add a checker for it under `checkers` in `galley.yml`, or say why it is not proven.
///
/// ````markdown
/// ```logql
/// {app="shop"}
/// ```
/// ````
public enum SnippetUnchecked: Rule {
    public static let id: RuleID = "snippet/unchecked"
    public static let severity = Severity.error

    static func found(_ language: String, known: [String], at origin: PositionMap.Origin) -> Diagnostic {
        let near = language.isEmpty ? nil : Spelling.nearest(to: language, among: known)
        return diagnostic(
            language.isEmpty ? "this block names no language" : "no checker takes the language `\(language)`",
            at: origin, notes: ["languages: \(known.map { "`\($0)`" }.joined(separator: ", "))"],
            help: near.map { "did you mean `\($0)`?" }
                ?? "name its language; for text that is no code write `text`")
    }
}
