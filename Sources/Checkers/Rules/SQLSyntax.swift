import Diagnostics

/// SQL that PostgreSQL's parser refuses.
///
/// ## Why
///
/// Readers paste the statement, and get an error.
///
/// ## Example
///
/// ```sql
/// SELECT error_type FORM tb_error_log;
/// ```
///
/// ## Instead
///
/// ```sql
/// SELECT error_type FROM tb_error_log;
/// ```
public enum SQLSyntax: Rule {
    public static let id: RuleID = "sql/syntax"
    public static let severity = Severity.error

    /// - Parameter message: of PostgreSQL's parser.
    static func found(_ message: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(message, at: origin)
    }

    static func metaCommand(_ command: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "`\(command)` is a command of psql, not SQL", at: origin,
            help: "show it as a snippet of `console` or `bash` that runs psql")
    }
}
