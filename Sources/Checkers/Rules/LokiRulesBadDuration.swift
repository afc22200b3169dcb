import Diagnostics

/// A duration that Loki's ruler can't read.
///
/// ## Why
///
/// The ruler refuses the group.
///
/// ## Example
///
/// ```yaml
/// interval: 1 minute
/// ```
///
/// ## Instead
///
/// ```yaml
/// interval: 1m
/// ```
public enum LokiRulesBadDuration: Rule {
    public static let id: RuleID = "loki-rules/bad-duration"
    public static let severity = Severity.error

    static func found(_ text: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("`\(text)` is no duration", at: origin, help: "write whole numbers with a unit, such as `5m`")
    }
}
