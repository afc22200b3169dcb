import Diagnostics

/// A configuration that nginx refuses.
///
/// ## Why
///
/// nginx does not start with it, or goes on with the old one.
///
/// ## Example
///
/// ```nginx
/// server {
///     listen 443 ssl
/// }
/// ```
///
/// ## Instead
///
/// ```nginx
/// server {
///     listen 443 ssl;
/// }
/// ```
public enum NginxRefused: Rule {
    public static let id: RuleID = "nginx/refused"
    public static let severity = Severity.error

    /// - Parameter message: of nginx.
    static func found(_ message: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("nginx refuses it: \(message)", at: origin)
    }
}
