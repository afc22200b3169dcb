import Diagnostics

/// A value of `route` that Loki does not set.
///
/// ## Why
///
/// The label is the path with `_` for `/`. A query for another value finds nothing, and an alert on it never fires.
///
/// ## Example
///
/// ```promql
/// rate(loki_request_duration_seconds_count{route="push"}[5m])
/// ```
///
/// ## Instead
///
/// ```promql
/// rate(loki_request_duration_seconds_count{route="loki_api_v1_push"}[5m])
/// ```
public enum PromQLUnknownRoute: Rule {
    public static let id: RuleID = "promql/unknown-route"
    public static let severity = Severity.error

    static func found(_ route: String, known: [String], at origin: PositionMap.Origin) -> Diagnostic {
        let near = known.first { $0.hasSuffix("_" + route) } ?? Spelling.nearest(to: route, among: known)
        return diagnostic(
            "Loki sets no route `\(route)`: it is the path with `_` for `/`", at: origin,
            help: near.map { "did you mean `\($0)`?" },
            fix: near.map { .init(title: "replace with `\($0)`", edits: [.init(origin.span, $0)], isSafe: false) })
    }
}
