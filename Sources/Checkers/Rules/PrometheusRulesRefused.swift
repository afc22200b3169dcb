import Diagnostics

/// A rule file that Prometheus refuses.
///
/// ## Why
///
/// Prometheus does not start with such a file, and a running one goes on with the old rules and says so only in its log.
///
/// ## Example
///
/// ```yaml
/// groups:
///   - name: loki
///     rules:
///       - alert: LokiDown
///         expression: up == 0
/// ```
///
/// ## Instead
///
/// ```yaml
/// groups:
///   - name: loki
///     rules:
///       - alert: LokiDown
///         expr: up == 0
/// ```
public enum PrometheusRulesRefused: Rule {
    public static let id: RuleID = "prometheus-rules/refused"
    public static let severity = Severity.error

    /// - Parameter message: of promtool.
    static func found(_ message: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("Prometheus refuses the rules: \(message)", at: origin)
    }
}
