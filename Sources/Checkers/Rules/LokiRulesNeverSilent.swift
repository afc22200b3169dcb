import Diagnostics

/// An alert of Loki's ruler that no case keeps silent.
///
/// ## Why
///
/// An alert that fires whatever comes in would pass a test that only makes it fire. One case has to keep it silent.
///
/// ## Example
///
/// ```yaml
/// groups:
///   - name: shop
///     rules:
///       - alert: ShopErrors
///         expr: sum(count_over_time({app="shop", level="error"}[5m])) > 50
/// ```
///
/// ## Instead
///
/// Put a block `yaml as=loki-rule-test` into the page, `hidden` where readers need not see it.
///
/// ```yaml
/// tests:
///   - input_lines:
///       - {labels: {app: shop, level: info}, line: "all is well", every: 5s, until: 10m}
///     alert_rule_test:
///       - {alertname: ShopErrors, eval_time: 10m, exp_alerts: []}
/// ```
public enum LokiRulesNeverSilent: Rule {
    public static let id: RuleID = "loki-rules/never-silent"
    public static let severity = Severity.error

    static func found(_ alert: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "no case keeps silent the alert `\(alert)`", at: origin,
            help: "put one into a block `yaml as=loki-rule-test`")
    }
}
