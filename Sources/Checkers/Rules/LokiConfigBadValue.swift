import Diagnostics

/// A value that a setting of Loki can't have.
///
/// ## Why
///
/// Loki refuses some of these when it starts. Others it takes, and then does what nobody asked for.
///
/// ## Example
///
/// ```yaml
/// limits_config:
///   deletion_mode: delete
/// ```
///
/// ## Instead
///
/// ```yaml
/// limits_config:
///   deletion_mode: filter-and-delete
/// ```
public enum LokiConfigBadValue: Rule {
    public static let id: RuleID = "loki-config/bad-value"
    public static let severity = Severity.error

    static func found(
        _ key: String, _ value: String, expected: [String], at origin: PositionMap.Origin
    ) -> Diagnostic {
        let near = Spelling.nearest(to: value, among: expected)
        let list = expected.map { "`\($0)`" }.joined(separator: ", ")
        return diagnostic(
            "`\(key)` can't be `\(value)`, expected one of \(list)", at: origin,
            help: near.map { "did you mean `\($0)`?" })
    }

    static func because(
        _ key: String, _ value: String, _ reason: String, help: String? = nil, at origin: PositionMap.Origin
    ) -> Diagnostic {
        diagnostic("`\(key)` can't be `\(value)`: \(reason)", at: origin, help: help)
    }
}
