import Diagnostics

/// A PromQL query that Prometheus refuses.
///
/// ## Why
///
/// A rule with such a query keeps Prometheus from starting, and a panel with it shows an error.
///
/// ## Example
///
/// ```promql
/// rate(loki_distributor_lines_received_total)
/// ```
///
/// ## Instead
///
/// ```promql
/// rate(loki_distributor_lines_received_total[5m])
/// ```
public enum PromQLSyntax: Rule {
    public static let id: RuleID = "promql/syntax"
    public static let severity = Severity.error

    /// - Parameter message: of promtool.
    static func found(_ message: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(message, at: origin)
    }
}
