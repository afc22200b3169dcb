import Diagnostics

/// A key that Loki's ruler does not know.
///
/// ## Why
///
/// The ruler refuses the whole group.
///
/// ## Example
///
/// ```yaml
/// groups:
///   - name: shop
///     rules:
///       - alert: Errors
///         expression: sum(rate({app="shop", level="error"}[5m])) > 1
/// ```
///
/// ## Instead
///
/// ```yaml
/// groups:
///   - name: shop
///     rules:
///       - alert: Errors
///         expr: sum(rate({app="shop", level="error"}[5m])) > 1
/// ```
public enum LokiRulesUnknownKey: Rule {
    public static let id: RuleID = "loki-rules/unknown-key"
    public static let severity = Severity.error

    static func found(_ key: String, known: [String], at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "rules of Loki have no key `\(key)`", at: origin,
            help: Spelling.nearest(to: key, among: known).map { "did you mean `\($0)`?" })
    }

    static func missing(_ key: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("the rule has no `\(key)`", at: origin)
    }
}
