import Diagnostics

/// A quantile of buckets that were added up without their bounds.
///
/// ## Why
///
/// `histogram_quantile` needs the label `le`. A sum that drops it leaves nothing to compute with, and the answer is empty.
///
/// ## Example
///
/// ```promql
/// histogram_quantile(0.99, sum by (route) (rate(loki_request_duration_seconds_bucket[5m])))
/// ```
///
/// ## Instead
///
/// ```promql
/// histogram_quantile(0.99, sum by (le, route) (rate(loki_request_duration_seconds_bucket[5m])))
/// ```
public enum PromQLQuantileWithoutLE: Rule {
    public static let id: RuleID = "promql/quantile-without-le"
    public static let severity = Severity.error

    static func found(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the sum drops the label `le`, which `histogram_quantile` needs", at: origin,
            help: "add `le` to the grouping")
    }
}
