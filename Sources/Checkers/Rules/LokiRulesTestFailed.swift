import Diagnostics

/// A case for an alert of Loki's ruler that does not hold.
///
/// ## Why
///
/// The rule does not do what its case says: it stays silent where it should fire, fires where it should not, or with other
/// labels. Either the rule or the case is wrong.
///
/// ## Example
///
/// ```yaml
/// tests:
///   - input_lines:
///       - {labels: {app: shop, level: info}, line: "all is well", every: 5s, until: 10m}
///     alert_rule_test:
///       - {eval_time: 10m, alertname: ShopErrors, exp_alerts: [{exp_labels: {severity: warning}}]}
/// ```
///
/// ## Instead
///
/// ```yaml
/// tests:
///   - input_lines:
///       - {labels: {app: shop, level: error}, line: "payment refused", every: 5s, until: 10m}
///     alert_rule_test:
///       - {eval_time: 10m, alertname: ShopErrors, exp_alerts: [{exp_labels: {severity: warning}}]}
/// ```
public enum LokiRulesTestFailed: Rule {
    public static let id: RuleID = "loki-rules/test-failed"
    public static let severity = Severity.error

    static func found(
        _ alert: String, expected: [String], firing: [String], at origin: PositionMap.Origin
    ) -> Diagnostic {
        diagnostic(
            "`\(alert)` does not fire as this case says", at: origin,
            notes: ["expected: \(list(expected))", "firing: \(list(firing))"])
    }

    private static func list(_ alerts: [String]) -> String {
        alerts.isEmpty ? "none" : alerts.prefix(5).joined(separator: ", ") + (alerts.count > 5 ? ", …" : "")
    }

    static func unknown(_ alert: String, known: [String], at origin: PositionMap.Origin) -> Diagnostic {
        let near = Spelling.nearest(to: alert, among: known)
        return diagnostic(
            "no rule has the name `\(alert)`", at: origin,
            help: near.map { "did you mean `\($0)`?" } ?? "the rules are blocks `yaml as=loki-rules`")
    }

    static func query(_ alert: String, _ message: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("the query of `\(alert)` fails: \(message)", at: origin)
    }

    static func tooMany(_ limit: Int, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("these are more than \(limit) lines", at: origin, help: "let them come less often")
    }

    static func tooLong(_ limit: Int, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("the rule would be asked more than \(limit) times", at: origin, help: "take an earlier `eval_time`")
    }
}
