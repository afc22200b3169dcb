import Diagnostics

/// A query that Loki refuses.
///
/// ## Why
///
/// Loki answers it with an error and computes nothing.
///
/// ## Example
///
/// ```logql
/// {app="shop"}[5m]
/// ```
///
/// ## Instead
///
/// ```logql
/// rate({app="shop"}[5m])
/// ```
public enum Syntax: Rule {
    public static let id: RuleID = "logql/syntax"
    public static let severity = Severity.error

    static func finding(_ error: SyntaxError) -> LintFinding {
        var finding = finding(error.message, at: error.range, help: error.hint)
        finding.opener = error.opener
        return finding
    }
}
