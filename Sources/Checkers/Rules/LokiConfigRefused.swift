import Diagnostics

/// A configuration that Loki refuses.
///
/// ## Why
///
/// Loki was asked to verify it, and said no.
///
/// ## Example
///
/// ```yaml
/// schema_config:
///   configs: []
/// ```
///
/// ## Instead
///
/// Mend what the message says.
public enum LokiConfigRefused: Rule {
    public static let id: RuleID = "loki-config/refused"
    public static let severity = Severity.error

    /// - Parameter message: of Loki.
    static func found(_ message: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("Loki refuses the configuration: \(message)", at: origin)
    }
}
