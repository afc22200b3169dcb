import Diagnostics

/// A text that is not YAML.
///
/// ## Why
///
/// No program can read it, or what it reads is not what was meant.
///
/// ## Example
///
/// ```yaml
/// title: Loki: the guide
/// ```
///
/// ## Instead
///
/// ```yaml
/// title: "Loki: the guide"
/// ```
public enum YAMLSyntax: Rule {
    public static let id: RuleID = "yaml/syntax"
    public static let severity = Severity.error

    static func finding(
        _ message: String, help: String?, related: [Diagnostic.Label] = [], at origin: PositionMap.Origin
    ) -> Diagnostic {
        diagnostic(message, at: origin, related: related, help: help)
    }
}
