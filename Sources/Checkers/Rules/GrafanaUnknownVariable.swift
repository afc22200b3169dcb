import Diagnostics

/// A variable that the dashboard does not define.
///
/// ## Why
///
/// Grafana leaves the text as it is, and the query asks for `$tenant` itself.
///
/// ## Example
///
/// ```json
/// {"panels": [{"id": 1, "type": "logs", "targets": [{"refId": "A", "expr": "{app=\"$app\"}"}]}]}
/// ```
///
/// ## Instead
///
/// ```json
/// {"templating": {"list": [{"name": "app", "type": "custom", "query": "shop"}]},
///  "panels": [{"id": 1, "type": "logs", "targets": [{"refId": "A", "expr": "{app=\"$app\"}"}]}]}
/// ```
public enum GrafanaUnknownVariable: Rule {
    public static let id: RuleID = "grafana/unknown-variable"
    public static let severity = Severity.error

    static func found(_ name: String, known: [String], at origin: PositionMap.Origin) -> Diagnostic {
        let near = Spelling.nearest(to: name, among: known)
        return diagnostic(
            "the dashboard defines no variable `\(name)`", at: origin,
            help: near.map { "did you mean `\($0)`?" } ?? "add it to `templating.list`")
    }
}
