import Proofs
import Testing

/// nginx: what it refuses, and what it lets through when it is started and asked.
@Suite(.enabled("bubblewrap can't make a sandbox here") { await Proving.hasSandbox }) struct NginxTests {
    let proving = Proving("nginx")

    static let sound = """
        map $remote_user $tenant {
            default "";
            reader fraiseql;
        }
        server {
            listen 443 ssl;
            server_name loki.example.com;
            ssl_certificate /etc/nginx/tls/server.crt;
            ssl_certificate_key /etc/nginx/tls/server.key;
            location /loki/ {
                auth_basic "Loki";
                auth_basic_user_file /etc/nginx/loki.htpasswd;
                proxy_set_header X-Scope-OrgID $tenant;
                proxy_pass http://loki:3100;
            }
        }
        """

    @Test func aSoundServerIsStartedAndAsked() async throws {
        let proof = try await proving(Self.sound)
        #expect(proof.findings.isEmpty && proof.level == .executed, "\(proof)")
        #expect(
            proof.claims == [
                "accepted by `nginx -t`",
                "started and asked: 401 without a right login, 2 of 2 addresses passed on with one",
            ])
    }

    @Test(arguments: [
        ("proxy_pass http://loki:3100;", "proxy_pas http://loki:3100;", ["nginx/refused: proxy_pas http://loki:3100;"]),
        ("listen 443 ssl;", "listen 443 ssl", ["nginx/refused: server_name loki.example.com;"]),
        (
            "X-Scope-OrgID $tenant", "X-Scope-OrgID $http_x_scope_orgid",
            [
                "security/tenant-header-from-client: proxy_set_header X-Scope-OrgID $http_x_scope_orgid;",
                "security/tenant-header-from-client: proxy_set_header X-Scope-OrgID $http_x_scope_orgid;",
            ]
        ),
        (
            "        proxy_set_header X-Scope-OrgID $tenant;\n", "",
            [
                "security/tenant-header-from-client: proxy_pass http://loki:3100;"
            ]
        ),
        (
            "auth_basic \"Loki\";", "auth_basic off;",
            [
                "nginx/open-without-login: auth_basic_user_file /etc/nginx/loki.htpasswd;",
                "nginx/open-without-login: auth_basic_user_file /etc/nginx/loki.htpasswd;",
            ]
        ),
        ("listen 443 ssl;", "listen 80;", ["security/basic-auth-over-http: listen 80;"]),
    ])
    func aFaultIsToldAtItsBytes(found: String, replacement: String, expected: [String]) async throws {
        #expect(Self.sound.contains(found))
        #expect(try await proving.findings(Self.sound.replacing(found, with: replacement)) == expected)
    }

    @Test func aPartIsReadInItsPlace() async throws {
        let proof = try await proving("location / { return 404; }")
        #expect(proof.level == .validated && proof.findings.isEmpty, "\(proof)")
        #expect(try await proving.findings("location / { retrn 404; }") == ["nginx/refused: location / { retrn 404; }"])
    }

    @Test func withoutNginxNothingIsProven() async throws {
        var proving = proving
        proving.path = "/nonexistent"
        let proof = try await proving(Self.sound)
        #expect(proof.level == nil && proof.shortfall == "nginx is not installed")
    }
}

extension NginxTests {
    /// The sandbox has this machine's folder of certificates, in which nothing can be laid.
    @Test func certificatesMayBeNamedAnywhere() async throws {
        let text = Self.sound.replacing("/etc/nginx/tls/", with: "/etc/ssl/certs/")
        let proof = try await Proving("nginx")(text)
        #expect(proof.level == .executed && proof.findings.isEmpty, "\(proof)")
        let open = text.replacing("auth_basic \"Loki\";", with: "auth_basic off;")
        let findings = try await Proving("nginx").findings(open)
        #expect(findings.first == "nginx/open-without-login: auth_basic_user_file /etc/nginx/loki.htpasswd;")
    }
}
