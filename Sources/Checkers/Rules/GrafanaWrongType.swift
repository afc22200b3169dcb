import Diagnostics

/// A value that is not true or false, for a setting that is one of the two.
///
/// ## Why
///
/// Grafana takes the default in place of what it can't read, without a word.
///
/// ## Example
///
/// ```ini
/// [auth.anonymous]
/// enabled = disabled
/// ```
///
/// ## Instead
///
/// ```ini
/// [auth.anonymous]
/// enabled = false
/// ```
public enum GrafanaWrongType: Rule {
    public static let id: RuleID = "grafana/wrong-type"
    public static let severity = Severity.error

    static func noBoolean(_ name: String, _ value: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("`\(name)` can't be `\(value)`", at: origin, help: "write `true` or `false`")
    }
}
