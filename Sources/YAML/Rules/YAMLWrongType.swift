import Diagnostics

/// A value of another kind than its key needs: a list for a text, a word for a number.
///
/// ## Why
///
/// Guessing what was meant hides mistakes. A list in the place of a text, for example, mostly comes of a line with a
/// wrong indentation.
///
/// ## Example
///
/// ```yaml
/// site:
///   title: [Operations, guide]
/// ```
///
/// ## Instead
///
/// ```yaml
/// site:
///   title: Operations guide
/// ```
public enum YAMLWrongType: Rule {
    public static let id: RuleID = "yaml/wrong-type"
    public static let severity = Severity.error

    public static func finding(
        found: String, expected: String, help: String? = nil, at origin: PositionMap.Origin
    ) -> Diagnostic {
        diagnostic("found \(found), expected \(expected)", at: origin, help: help)
    }
}
