import Diagnostics

/// Lists and mappings nested more than 100 levels deep.
///
/// ## Why
///
/// Nobody can read such a text, and programs that follow it level by level fail on it.
///
/// ## Example
///
/// A list in a list in a list, a hundred times over.
///
/// ## Instead
///
/// Flatten the text.
public enum YAMLTooDeep: Rule {
    public static let id: RuleID = "yaml/too-deep"
    public static let severity = Severity.error

    static func finding(limit: Int, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "lists and mappings are nested more than \(limit) levels deep here", at: origin, help: "flatten the text")
    }
}
