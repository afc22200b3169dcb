import Diagnostics

/// A proxy that lets the client choose its tenant.
///
/// ## Why
///
/// Loki believes the header `X-Scope-OrgID`. A proxy that passes on what the client sent gives each login the logs of all tenants.
///
/// ## Example
///
/// ```nginx
/// location / {
///     auth_basic "Loki";
///     auth_basic_user_file /etc/nginx/loki.htpasswd;
///     proxy_set_header X-Scope-OrgID $http_x_scope_orgid;
///     proxy_pass http://loki:3100;
/// }
/// ```
///
/// ## Instead
///
/// ```nginx
/// location / {
///     auth_basic "Loki";
///     auth_basic_user_file /etc/nginx/loki.htpasswd;
///     proxy_set_header X-Scope-OrgID $loki_tenant;
///     proxy_pass http://loki:3100;
/// }
/// ```
public enum SecurityTenantHeaderFromClient: Rule {
    public static let id: RuleID = "security/tenant-header-from-client"
    public static let severity = Severity.error

    static func found(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the client chooses its tenant", at: origin,
            help: "set `X-Scope-OrgID` from the login: `map $remote_user $loki_tenant { … }`")
    }
}
