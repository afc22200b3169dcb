import Diagnostics

/// A metric that Loki does not expose.
///
/// ## Why
///
/// A query for a metric that is not there finds nothing, says nothing, and never alerts.
///
/// ## Example
///
/// ```promql
/// rate(loki_ingester_chunks_flushed_failures_total[5m])
/// ```
///
/// ## Instead
///
/// ```promql
/// rate(loki_ingester_chunks_flush_failures_total[5m])
/// ```
public enum PromQLUnknownMetric: Rule {
    public static let id: RuleID = "promql/unknown-metric"
    public static let severity = Severity.error

    static func found(_ name: String, at origin: PositionMap.Origin) -> Diagnostic {
        let near = Spelling.nearest(to: name, among: LokiMetrics.shared.byName.keys)
        return diagnostic(
            "Loki \(LokiMetricTable.version) exposes no metric `\(name)`", at: origin,
            help: near.map { "did you mean `\($0)`?" },
            fix: near.map { .init(title: "replace with `\($0)`", edits: [.init(origin.span, $0)], isSafe: false) })
    }

    static func onlyLater(_ name: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "Loki \(LokiMetricTable.version) has no metric `\(name)`: it is new in the development line", at: origin,
            help: "name a metric that the release has")
    }
}
