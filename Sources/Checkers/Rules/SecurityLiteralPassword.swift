import Diagnostics

/// A password or key written into a configuration.
///
/// ## Why
///
/// What stands in a file is copied with it: into repositories, images, backups and chats.
///
/// ## Example
///
/// ```alloy
/// basic_auth {
///   username = "writer"
///   password = "s3cret"
/// }
/// ```
///
/// ## Instead
///
/// ```alloy
/// basic_auth {
///   username      = "writer"
///   password_file = "/etc/alloy/password"
/// }
/// ```
public enum SecurityLiteralPassword: Rule {
    public static let id: RuleID = "security/literal-password"
    public static let severity = Severity.error

    public static func finding(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "a password or key is written out", at: origin,
            help: "read it from a file or from the environment")
    }
}
