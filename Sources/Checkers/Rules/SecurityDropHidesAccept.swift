import Diagnostics

/// A firewall rule that is never reached, because an earlier one drops all that it would accept.
///
/// ## Why
///
/// The first rule that matches a packet decides. What is dropped before it comes to the rule that accepts it stays dropped,
/// and Prometheus gets no metrics.
///
/// ## Example
///
/// ```bash
/// iptables -A INPUT -p tcp --dport 3100 -j DROP
/// iptables -A INPUT -p tcp --dport 3100 -s 10.0.1.20 -j ACCEPT
/// ```
///
/// ## Instead
///
/// ```bash
/// iptables -A INPUT -p tcp --dport 3100 -s 10.0.1.20 -j ACCEPT
/// iptables -A INPUT -p tcp --dport 3100 -j DROP
/// ```
public enum SecurityDropHidesAccept: Rule {
    public static let id: RuleID = "security/drop-hides-accept"
    public static let severity = Severity.error

    /// - Parameter earlier: where the rule stands that drops.
    public static func finding(at origin: PositionMap.Origin, earlier: Span? = nil) -> Diagnostic {
        diagnostic(
            "this rule accepts nothing: an earlier one drops all that it would accept", at: origin,
            related: earlier.map { [.init($0, "dropped here")] } ?? [],
            help: "put it before the rule that drops")
    }
}
