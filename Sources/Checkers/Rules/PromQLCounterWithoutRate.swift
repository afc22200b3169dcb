import Diagnostics

/// A counter that is read as it stands.
///
/// ## Why
///
/// A counter grows from the start of its process and begins at 0 again when that starts anew. Its value says how long a process has run, not what happens now.
///
/// ## Example
///
/// ```promql
/// sum(loki_discarded_samples_total) > 100
/// ```
///
/// ## Instead
///
/// ```promql
/// sum(increase(loki_discarded_samples_total[5m])) > 100
/// ```
public enum PromQLCounterWithoutRate: Rule {
    public static let id: RuleID = "promql/counter-without-rate"
    public static let severity = Severity.warning

    static func found(_ name: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "`\(name)` is a counter, and is read without `rate` or `increase`", at: origin,
            help: "ask how fast it grows: `rate(\(name)[5m])`")
    }
}
