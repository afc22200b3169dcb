import Diagnostics

/// A key that stands twice in one mapping.
///
/// ## Why
///
/// Programs that read YAML keep one of the two values, without a word, and not all of them the same one. The other
/// setting looks as if it were in force.
///
/// ## Example
///
/// ```yaml
/// limits_config:
///   retention_period: 30d
///   retention_period: 90d
/// ```
///
/// ## Instead
///
/// Keep the line that is meant and remove the other.
public enum YAMLDuplicateKey: Rule {
    public static let id: RuleID = "yaml/duplicate-key"
    public static let severity = Severity.error

    public static func finding(_ key: String, at origin: PositionMap.Origin, first: Span) -> Diagnostic {
        diagnostic(
            "the key `\(key)` stands twice in this mapping", at: origin,
            related: [.init(first, "it is first set here")],
            help: "keep one of the two")
    }
}
