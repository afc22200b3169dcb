import Diagnostics

/// A connection that accepts any certificate.
///
/// ## Why
///
/// Encryption without a check of the certificate protects from nobody who can stand in the middle: it answers in the
/// server's name and gets the password.
///
/// ## Example
///
/// ```bash
/// curl --insecure https://loki.example.com/ready
/// ```
///
/// ## Instead
///
/// Name the authority that signed the certificate.
///
/// ```bash
/// curl --cacert ca.crt https://loki.example.com/ready
/// ```
public enum SecurityInsecureSkipVerify: Rule {
    public static let id: RuleID = "security/insecure-skip-verify"
    public static let severity = Severity.warning

    static func finding(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the server's certificate is not checked", at: origin,
            help: "name the authority that signed it, as in `--cacert ca.crt`")
    }
}
