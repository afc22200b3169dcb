import Diagnostics

/// A text of an alert that shows a label which the alert does not have.
///
/// ## Why
///
/// Prometheus fills in nothing for it, and the person on call reads "Loki instance  is down".
///
/// ## Example
///
/// ```yaml
/// - alert: LokiLinesDiscarded
///   expr: sum by (tenant) (rate(loki_discarded_samples_total[5m])) > 0
///   annotations:
///     summary: "Lines of {{ $labels.instance }} are refused"
/// ```
///
/// ## Instead
///
/// ```yaml
/// - alert: LokiLinesDiscarded
///   expr: sum by (tenant) (rate(loki_discarded_samples_total[5m])) > 0
///   annotations:
///     summary: "Lines of {{ $labels.tenant }} are refused"
/// ```
public enum PrometheusRulesTemplateLabel: Rule {
    public static let id: RuleID = "prometheus-rules/template-label"
    public static let severity = Severity.error

    static func found(_ label: String, known: [String], at origin: PositionMap.Origin) -> Diagnostic {
        let list = known.map { "`\($0)`" }.joined(separator: ", ")
        return diagnostic(
            "the alert has no label `\(label)`: its expression leaves \(list.isEmpty ? "none" : list)", at: origin,
            help: "add `\(label)` to the grouping, or take it out of the text")
    }
}
