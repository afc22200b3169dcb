import Diagnostics

/// A Compose file that Docker itself refuses.
///
/// ## Why
///
/// What `docker compose config` refuses can't be started, whatever other checks say.
///
/// ## Example
///
/// ```yaml
/// services:
///   loki:
///     image: grafana/loki:3.7.6
///     ports: ["3100:http"]
/// ```
///
/// ## Instead
///
/// Do what the message says; `docker compose --file FILE config` shows it for a file of your own.
public enum ComposeRefused: Rule {
    public static let id: RuleID = "compose/refused"
    public static let severity = Severity.error

    static func found(_ message: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("Docker refuses it: \(message)", at: origin)
    }
}
