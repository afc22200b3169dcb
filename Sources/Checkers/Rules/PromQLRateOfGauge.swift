import Diagnostics

/// A gauge that is read with `rate`, `irate` or `increase`.
///
/// ## Why
///
/// These take each fall of the value for a new start of a counter, and count what comes after it as growth. A gauge falls all the time.
///
/// ## Example
///
/// ```promql
/// rate(loki_ingester_memory_streams[5m])
/// ```
///
/// ## Instead
///
/// ```promql
/// deriv(loki_ingester_memory_streams[5m])
/// ```
public enum PromQLRateOfGauge: Rule {
    public static let id: RuleID = "promql/rate-of-gauge"
    public static let severity = Severity.warning

    static func found(_ name: String, in function: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "`\(name)` is a gauge, and `\(function)` is for counters", at: origin,
            help: "use `delta` or `deriv`, or read it as it stands")
    }
}
