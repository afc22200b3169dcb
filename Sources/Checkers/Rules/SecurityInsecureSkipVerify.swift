import Diagnostics

/// A connection that does not check the certificate of the other side.
///
/// ## Why
///
/// Whoever gets between the two can read and change all that is sent, passwords included.
///
/// ## Example
///
/// ```alloy
/// tls_config {
///   insecure_skip_verify = true
/// }
/// ```
///
/// ## Instead
///
/// ```alloy
/// tls_config {
///   ca_file = "/etc/alloy/tls/ca.crt"
/// }
/// ```
public enum SecurityInsecureSkipVerify: Rule {
    public static let id: RuleID = "security/insecure-skip-verify"
    public static let severity = Severity.error

    public static func finding(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the certificate of the other side is not checked", at: origin,
            help: "name the authority that signed it, and remove this")
    }
}
