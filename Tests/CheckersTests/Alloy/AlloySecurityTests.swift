import Testing

@testable import Checkers

struct AlloySecurityTests {
    @Test func unboundedLabels() {
        let rule = "security/unbounded-label"
        expectAlloy(rule, "stage.labels {\n  values = {level = \"\", ⟦request_id⟧ = \"\", ⟦\"userID\"⟧ = null}\n}")
        expectAlloy(
            rule,
            "loki.process \"a\" {\n  forward_to = []\n  stage.match {\n    selector = `{a=\"b\"}`\n    stage.labels {\n      values = {⟦ip⟧ = \"\"}\n    }\n  }\n}"
        )
        expectAlloy(
            "none", "stage.labels {\n  values = {session = \"\"}\n}\nstage.label_drop {\n  values = [\"session\"]\n}")
        expectAlloy(
            "none", "stage.labels {\n  values = {session = \"\"}\n}\nstage.label_keep {\n  values = [\"app\"]\n}")
        expectAlloy(
            rule, "stage.labels {\n  values = {⟦session⟧ = \"\"}\n}\nstage.label_keep {\n  values = [\"session\"]\n}")
        let rules =
            "loki.relabel \"a\" {\n  forward_to = []\n  rule {\n    source_labels = [\"a\"]\n    target_label = \"T\"\n  }\n}"
        expectAlloy(rule, rules.replacing("T", with: "⟦trace_id⟧"))
        expectAlloy("none", rules.replacing("T", with: "__tmp_trace_id"))
        expectAlloy("none", rules.replacing("T", with: "namespace"))
        expectAlloy("none", rules.replacing("\"T\"", with: "\"trace_id\"\n    replacement = \"fixed\""))
        expectAlloy(
            "none", "discovery.relabel \"a\" {\n  targets = []\n  rule {\n    target_label = \"pod_ip\"\n  }\n}")
    }

    @Test func names() {
        for name in [
            "request_id", "context_request_id", "traceId", "client_ip", "Session", "email", "timestamp", "msg",
        ] {
            #expect(UnboundedLabel.isUnbounded(name), "\(name)")
        }
        for name in ["level", "app", "namespace", "pod", "zip", "__trace_id", "job", "status", "description"] {
            #expect(!UnboundedLabel.isUnbounded(name), "\(name)")
        }
    }

    @Test func connections() {
        let write =
            "loki.write \"a\" {\n  endpoint {\n    url = \"URL\"\n\n    basic_auth {\n      username = \"u\"\n      PASSWORD\n    }\n  }\n}"
        func check(_ rule: String, _ url: String, _ password: String = "password_file = \"f\"") {
            expectAlloy(rule, write.replacing("URL", with: url).replacing("PASSWORD", with: password))
        }
        check("none", "https://loki.example.com")
        check("none", "http://localhost:3100/loki")
        check("none", "http://127.0.0.1:3100/loki")
        check("none", "http://[::1]:3100/loki")
        check("security/basic-auth-over-http", "⟦http://⟧loki:3100/loki/api/v1/push")
        check("security/literal-password", "https://l", "password = \"⟦s3cret⟧\"")
        check("none", "https://l", "password = sys.env(\"P\")")
        check("none", "https://l", "password = \"<PASSWORD>\"")
    }

    @Test func certificates() {
        let write =
            "loki.write \"a\" {\n  endpoint {\n    url = \"https://l\"\n    tls_config {\n      V\n    }\n  }\n}"
        expectAlloy("security/insecure-skip-verify", write.replacing("V", with: "⟦insecure_skip_verify = true⟧"))
        expectAlloy("none", write.replacing("V", with: "insecure_skip_verify = false"))
        expectAlloy("security/literal-password", write.replacing("V", with: "key_pem = \"⟦KEY⟧\""))
    }
}
