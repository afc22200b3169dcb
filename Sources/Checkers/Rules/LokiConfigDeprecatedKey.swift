import Diagnostics

/// A setting that Loki still reads and is about to lose.
///
/// ## Why
///
/// The next release refuses it, or does something else.
///
/// ## Example
///
/// ```yaml
/// limits_config:
///   allow_deletes: true
/// ```
///
/// ## Instead
///
/// ```yaml
/// limits_config:
///   deletion_mode: filter-and-delete
/// ```
public enum LokiConfigDeprecatedKey: Rule {
    public static let id: RuleID = "loki-config/deprecated-key"
    public static let severity = Severity.warning

    static func found(_ key: String, replacement: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "`\(key)` is deprecated", at: origin,
            help: replacement.isEmpty ? "take it out" : "write `\(replacement)`")
    }

    static func goes(_ key: String, replacement: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "Loki \(LokiSettingTable.version) reads `\(key)`; the development line has removed it", at: origin,
            help: replacement.isEmpty ? "take it out; nothing takes its place" : "write `\(replacement)`")
    }
}
