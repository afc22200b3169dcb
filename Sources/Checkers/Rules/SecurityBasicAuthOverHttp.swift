import Diagnostics

/// A name and password that are sent without encryption.
///
/// ## Why
///
/// Basic authentication sends the password as it is, in base64. Over `http://` everyone on the way reads it.
///
/// ## Example
///
/// ```bash
/// curl -u "reader:$PASSWORD" http://logs.example.com/loki/api/v1/labels
/// ```
///
/// ## Instead
///
/// ```bash
/// curl -u "reader:$PASSWORD" https://logs.example.com/loki/api/v1/labels
/// ```
public enum SecurityBasicAuthOverHttp: Rule {
    public static let id: RuleID = "security/basic-auth-over-http"
    public static let severity = Severity.warning

    static func finding(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "a password is sent over plain HTTP", at: origin, help: "use `https://`, or a connection on the same host")
    }
}
