import Diagnostics

/// A block of YAML that looks like a file of a known kind, and does not say so.
///
/// ## Why
///
/// Without `as=` only the syntax is checked. With it, names, types and rules of the program that reads the file are.
///
/// ## Example
///
/// ```yaml
/// limits_config:
///   ingestion_rate: 10
/// ```
///
/// ## Instead
///
/// ````markdown
/// ```yaml {as=loki-config}
/// limits_config:
///   ingestion_rate_mb: 10
/// ```
/// ````
public enum YAMLKindUnnamed: Rule {
    public static let id: RuleID = "yaml/kind-unnamed"
    public static let severity = Severity.warning

    static func found(_ kind: String, _ words: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "this looks like \(words), and only its syntax is checked", at: origin,
            help: "write `as=\(kind)` on its fence")
    }
}
