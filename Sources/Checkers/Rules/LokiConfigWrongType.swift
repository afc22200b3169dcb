import Diagnostics

/// A setting whose value Loki can't read.
///
/// ## Why
///
/// Loki does not start with it. Most slips are of units: durations of Go have no days, and sizes need a unit or must have none.
///
/// ## Example
///
/// ```yaml
/// compactor:
///   retention_delete_delay: 1d
/// ```
///
/// ## Instead
///
/// ```yaml
/// compactor:
///   retention_delete_delay: 24h
/// ```
public enum LokiConfigWrongType: Rule {
    public static let id: RuleID = "loki-config/wrong-type"
    public static let severity = Severity.error

    static func found(
        _ key: String, found: String, expected: String, help: String?, at origin: PositionMap.Origin
    ) -> Diagnostic {
        diagnostic("`\(key)` is \(found), expected \(expected)", at: origin, help: help)
    }
}
