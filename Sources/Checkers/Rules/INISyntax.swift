import Diagnostics

/// A line of an ini file that is neither a section nor a setting nor a comment.
///
/// ## Why
///
/// The program that reads the file refuses it, or takes the line for something else.
///
/// ## Example
///
/// ```ini
/// [auth.anonymous
/// enabled = false
/// ```
///
/// ## Instead
///
/// ```ini
/// [auth.anonymous]
/// enabled = false
/// ```
public enum INISyntax: Rule {
    public static let id: RuleID = "ini/syntax"
    public static let severity = Severity.error

    static func found(_ problem: INIText.Problem, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(problem.message, at: origin, help: problem.help)
    }
}
