import Diagnostics

/// An alert that no test makes fire.
///
/// ## Why
///
/// An alert that never fires looks just like one that has nothing to say. Only a test on series that should fire it tells them apart.
///
/// ## Example
///
/// ```yaml
/// - alert: LokiDown
///   expr: up{job="lokki"} == 0
/// ```
///
/// ## Instead
///
/// Write a case for `promtool test rules`, in a file `NAME.test.yaml` beside `NAME.yaml` or in a block `yaml {as=prometheus-rule-test}`:
///
///
/// ```yaml
/// tests:
///   - name: LokiDown fires when an instance is gone
///     input_series:
///       - {series: 'up{job="loki", instance="loki:3100"}', values: "1x4 0x20"}
///     alert_rule_test:
///       - {eval_time: 6m, alertname: LokiDown, exp_alerts: [{exp_labels: {job: loki, instance: "loki:3100"}}]}
/// ```
public enum PrometheusRulesNeverFired: Rule {
    public static let id: RuleID = "prometheus-rules/never-fired"
    public static let severity = Severity.error

    static func found(_ alert: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "no test makes the alert `\(alert)` fire", at: origin,
            help: "write a case for `promtool test rules` with series that fire it")
    }
}
