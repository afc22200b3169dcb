import Diagnostics

/// An alert that no test keeps silent.
///
/// ## Why
///
/// An alert that always fires passes each test that makes it fire. One case must show when it says nothing.
///
/// ## Example
///
/// ```yaml
/// - alert: LokiDown
///   expr: up{job="loki"} >= 0
/// ```
///
/// ## Instead
///
/// Write a case for `promtool test rules` in which it does not fire:
///
///
/// ```yaml
/// tests:
///   - name: LokiDown is silent when one scrape fails
///     input_series:
///       - {series: 'up{job="loki", instance="loki:3100"}', values: "1x4 0 1x20"}
///     alert_rule_test:
///       - {eval_time: 6m, alertname: LokiDown, exp_alerts: []}
/// ```
public enum PrometheusRulesNeverSilent: Rule {
    public static let id: RuleID = "prometheus-rules/never-silent"
    public static let severity = Severity.error

    static func found(_ alert: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "no test shows the alert `\(alert)` silent", at: origin,
            help: "write a case for `promtool test rules` in which it does not fire")
    }
}
