import Diagnostics

/// An internal port that is open to everyone.
///
/// ## Why
///
/// Loki has no login of its own. Who reaches its port reads, writes and deletes the logs of each tenant.
///
/// ## Example
///
/// ```bash
/// iptables -A INPUT -p tcp --dport 3100 -j ACCEPT
/// ```
///
/// ## Instead
///
/// Accept those who need it.
///
/// ```bash
/// iptables -A INPUT -p tcp --dport 3100 -s 10.0.1.10/32 -j ACCEPT
/// ```
public enum SecurityWorldOpen: Rule {
    public static let id: RuleID = "security/world-open"
    public static let severity = Severity.error

    public static func finding(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "an internal port is opened to everyone", at: origin, help: "name the addresses that may reach it")
    }
}
