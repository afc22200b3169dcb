import Diagnostics

/// A service of the inside that the whole world reaches.
///
/// ## Why
///
/// Loki asks nobody for a password. Whoever reaches its port reads all logs and writes what he likes.
///
/// ## Example
///
/// ```yaml
/// ingress:
///   - from: [{ipBlock: {cidr: 0.0.0.0/0}}]
/// ```
///
/// ## Instead
///
/// ```yaml
/// ingress:
///   - from: [{podSelector: {matchLabels: {app: proxy}}}]
/// ```
public enum SecurityWorldOpen: Rule {
    public static let id: RuleID = "security/world-open"
    public static let severity = Severity.error

    public static func found(_ what: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("\(what) is open to the whole world", at: origin, help: "name the networks or pods that need it")
    }
}
