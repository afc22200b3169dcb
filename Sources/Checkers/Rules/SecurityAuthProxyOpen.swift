import Diagnostics

/// A Grafana that takes the name of the user from a header, from any address.
///
/// ## Why
///
/// Whoever reaches Grafana without going through the proxy writes any name into the header, that of an administrator too, and
/// needs no password.
///
/// ## Example
///
/// ```ini
/// [auth.proxy]
/// enabled = true
/// header_name = X-WEBAUTH-USER
/// ```
///
/// ## Instead
///
/// ```ini
/// [auth.proxy]
/// enabled = true
/// header_name = X-WEBAUTH-USER
/// whitelist = 10.0.0.5
/// ```
public enum SecurityAuthProxyOpen: Rule {
    public static let id: RuleID = "security/auth-proxy-open"
    public static let severity = Severity.error

    static func finding(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "any address may name the user that it is", at: origin,
            help: "list the addresses of the proxy under `whitelist`")
    }
}
