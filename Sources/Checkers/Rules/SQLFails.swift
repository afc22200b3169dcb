import Diagnostics

/// A statement that PostgreSQL refuses when it is run.
///
/// ## Why
///
/// The syntax is right, and a table, a column, a type or a value is not. Only the server knows.
///
/// ## Example
///
/// ```sql
/// SELECT error_kind FROM tb_error_log;
/// ```
///
/// ## Instead
///
/// ```sql
/// SELECT error_type FROM tb_error_log;
/// ```
public enum SQLFails: Rule {
    public static let id: RuleID = "sql/fails"
    public static let severity = Severity.error

    static func found(
        _ message: String, state: String, notes: [String], help: String?, at origin: PositionMap.Origin
    ) -> Diagnostic {
        diagnostic("PostgreSQL refuses it: \(message) (SQLSTATE \(state))", at: origin, notes: notes, help: help)
    }
}
