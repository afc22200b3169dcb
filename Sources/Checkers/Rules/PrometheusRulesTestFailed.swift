import Diagnostics

/// A test of rules that fails.
///
/// ## Why
///
/// The rules do not do what their tests say. Either the rule or the test is wrong.
///
/// ## Example
///
/// ```yaml
/// tests:
///   - input_series:
///       - {series: 'up{job="loki"}', values: "1x20"}
///     alert_rule_test:
///       - {eval_time: 6m, alertname: LokiDown, exp_alerts: [{exp_labels: {job: loki}}]}
/// ```
///
/// ## Instead
///
/// ```yaml
/// tests:
///   - input_series:
///       - {series: 'up{job="loki"}', values: "0x20"}
///     alert_rule_test:
///       - {eval_time: 6m, alertname: LokiDown, exp_alerts: [{exp_labels: {job: loki}}]}
/// ```
public enum PrometheusRulesTestFailed: Rule {
    public static let id: RuleID = "prometheus-rules/test-failed"
    public static let severity = Severity.error

    /// - Parameter lines: what promtool printed.
    static func found(_ lines: [String], at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the test fails", at: origin, notes: lines.isEmpty ? [] : [lines.joined(separator: "\n")],
            help: "run `promtool test rules` on the file")
    }
}
