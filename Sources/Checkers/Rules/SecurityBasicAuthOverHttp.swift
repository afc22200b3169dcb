import Diagnostics

/// A user name and a password sent over plain HTTP.
///
/// ## Why
///
/// Basic authentication sends the password readable to all who see the traffic.
///
/// ## Example
///
/// ```alloy
/// endpoint {
///   url = "http://loki.example.com/loki/api/v1/push"
///
///   basic_auth {
///     username      = "writer"
///     password_file = "/etc/alloy/password"
///   }
/// }
/// ```
///
/// ## Instead
///
/// ```alloy
/// endpoint {
///   url = "https://loki.example.com/loki/api/v1/push"
///
///   basic_auth {
///     username      = "writer"
///     password_file = "/etc/alloy/password"
///   }
/// }
/// ```
public enum SecurityBasicAuthOverHttp: Rule {
    public static let id: RuleID = "security/basic-auth-over-http"
    public static let severity = Severity.error

    /// - Parameter origin: of the URL, or of its scheme.
    public static func finding(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("the password is sent over plain HTTP", at: origin, help: "use `https://`")
    }
}
