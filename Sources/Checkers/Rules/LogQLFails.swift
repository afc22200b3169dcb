import Diagnostics

/// A query that can be read but fails when it is run.
///
/// ## Why
///
/// Loki refuses some queries only when they meet lines: a value that is no number, too many series, an operation that
/// the data does not allow.
///
/// ## Example
///
/// ````markdown
/// ```logql {data=shop}
/// sum_over_time({app="shop"} | json | unwrap message [5m])
/// ```
/// ````
///
/// ## Instead
///
/// Keep out what the query can't use.
///
/// ````markdown
/// ```logql {data=shop}
/// sum_over_time({app="shop"} | json | unwrap context_duration_ms | __error__="" [5m])
/// ```
/// ````
public enum LogQLFails: Rule {
    public static let id: RuleID = "logql/fails"
    public static let severity = Severity.error

    static func found(_ message: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("the query fails: \(message)", at: origin)
    }
}
