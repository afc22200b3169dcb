import Diagnostics

/// A label that none of the metrics has.
///
/// ## Why
///
/// A matcher for such a label keeps out all series, and a grouping by it makes one group of all.
///
/// ## Example
///
/// ```promql
/// sum by (user) (rate(loki_distributor_lines_received_total[5m]))
/// ```
///
/// ## Instead
///
/// ```promql
/// sum by (tenant) (rate(loki_distributor_lines_received_total[5m]))
/// ```
public enum PromQLUnknownLabel: Rule {
    public static let id: RuleID = "promql/unknown-label"
    public static let severity = Severity.error

    static func found(
        _ label: String, of metrics: [String], known: [String], at origin: PositionMap.Origin
    ) -> Diagnostic {
        let near = Spelling.nearest(to: label, among: known)
        let names = Set(metrics).sorted().map { "`\($0)`" }.joined(separator: ", ")
        let list = known.map { "`\($0)`" }.joined(separator: ", ")
        return diagnostic(
            "\(names) \(Set(metrics).count == 1 ? "has" : "have") no label `\(label)`", at: origin,
            notes: [known.isEmpty ? "it has no labels of its own" : "labels of its own: \(list)"],
            help: near.map { "did you mean `\($0)`?" })
    }
}
