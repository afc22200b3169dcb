import Diagnostics

/// A rule whose query gives lines instead of numbers.
///
/// ## Why
///
/// The ruler compares and records numbers. It refuses a query for lines.
///
/// ## Example
///
/// ```yaml
/// - alert: Errors
///   expr: '{app="shop", level="error"}'
/// ```
///
/// ## Instead
///
/// ```yaml
/// - alert: Errors
///   expr: sum(count_over_time({app="shop", level="error"}[5m])) > 0
/// ```
public enum LokiRulesLogQuery: Rule {
    public static let id: RuleID = "loki-rules/log-query"
    public static let severity = Severity.error

    static func found(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the query gives lines, and a rule needs numbers", at: origin, help: "count them: `count_over_time(…[5m])`")
    }

    /// - Parameter panel: the type of the panel that has the query.
    static func panel(_ panel: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the query gives lines, and a panel `\(panel)` needs numbers", at: origin,
            help: "count them: `count_over_time(…[5m])`, or use a panel `logs`")
    }
}
