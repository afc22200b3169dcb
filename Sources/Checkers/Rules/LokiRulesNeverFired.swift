import Diagnostics

/// An alert of Loki's ruler that no case makes fire.
///
/// ## Why
///
/// An alert that was never seen to fire may never do it: a label is misspelt, a threshold is out of reach, and nobody is called.
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
///       - {labels: {app: shop, level: error}, line: "payment refused", every: 5s, until: 10m}
///     alert_rule_test:
///       - {alertname: ShopErrors, eval_time: 10m, exp_alerts: [{exp_labels: {severity: warning}}]}
/// ```
public enum LokiRulesNeverFired: Rule {
    public static let id: RuleID = "loki-rules/never-fired"
    public static let severity = Severity.error

    static func found(_ alert: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "no case makes fire the alert `\(alert)`", at: origin,
            help: "put one into a block `yaml as=loki-rule-test`")
    }
}
