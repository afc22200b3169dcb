import Diagnostics

/// A configuration that Prometheus refuses.
///
/// ## Why
///
/// Prometheus does not start with it.
///
/// ## Example
///
/// ```yaml
/// scrape_config:
///   - job_name: loki
/// ```
///
/// ## Instead
///
/// ```yaml
/// scrape_configs:
///   - job_name: loki
/// ```
public enum PrometheusConfigRefused: Rule {
    public static let id: RuleID = "prometheus-config/refused"
    public static let severity = Severity.error

    /// - Parameter message: of promtool.
    static func found(_ message: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("Prometheus refuses the configuration: \(message)", at: origin)
    }
}
