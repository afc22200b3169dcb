import Diagnostics

/// A server that answers without the login that it should ask for.
///
/// ## Why
///
/// The configuration has `auth_basic`, and still lets requests through to the upstream without a login, or with a wrong one. It was started and asked.
///
/// ## Example
///
/// ```nginx
/// auth_basic "Loki";
/// auth_basic_user_file /etc/nginx/loki.htpasswd;
/// location /loki/ {
///     auth_basic off;
///     proxy_pass http://loki:3100;
/// }
/// ```
///
/// ## Instead
///
/// ```nginx
/// auth_basic "Loki";
/// auth_basic_user_file /etc/nginx/loki.htpasswd;
/// location /loki/ {
///     proxy_pass http://loki:3100;
/// }
/// ```
public enum NginxOpenWithoutLogin: Rule {
    public static let id: RuleID = "nginx/open-without-login"
    public static let severity = Severity.error

    /// - Parameter request: what was asked, in words.
    static func found(_ request: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the upstream is reached \(request)", at: origin, help: "ask for the login where requests are passed on")
    }
}
