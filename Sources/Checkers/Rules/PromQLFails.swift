import Diagnostics

/// A PromQL query that Prometheus reads, and that fails on the project's series.
///
/// ## Why
///
/// A query may be well formed and yet join series that do not fit together. A dashboard or an alert with it shows an error.
///
/// ## Example
///
/// ```promql
/// loki_inflight_requests / on (instance) process_max_fds
/// ```
///
/// ## Instead
///
/// Say which labels match, and on which side several series may: `on (…) group_left`.
public enum PromQLFails: Rule {
    public static let id: RuleID = "promql/fails"
    public static let severity = Severity.error

    static func found(_ message: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("the query fails: \(message)", at: origin)
    }
}
