import Proofs
import Testing

/// YAML that tables and rules describe: Compose, Helm, Grafana, Prometheus, Kubernetes, and YAML of no kind.
@Suite struct YAMLKindTests {
    @Test(arguments: [
        (
            "grafana-datasource",
            "apiVersion: 1\ndatasources: [{name: Loki, type: loki, jsonData: {derivedFields: [{name: T, matcherRegex: 'a(b)', url: x}]}}]",
            []
        ),
        (
            "grafana-datasource", "apiVersion: 1\ndatasources: [{name: Loki, typ: loki}]",
            ["schema/missing-key: name", "schema/unknown-key: typ"]
        ),
        (
            "grafana-datasource", "apiVersion: one\ndatasources: [{name: L, type: loki, access: server}]",
            ["schema/wrong-type: one", "schema/bad-value: server"]
        ),
        (
            "grafana-datasource",
            "apiVersion: 1\ndatasources: [{name: L, type: loki, jsonData: {derivedField: [], anything: 1}}]",
            ["schema/unknown-key: derivedField"]
        ),
        (
            "grafana-datasource",
            "apiVersion: 1\ndatasources: [{name: L, type: loki, url: 'http://x', basicAuth: true, secureJsonData: {basicAuthPassword: hunter2}, jsonData: {tlsSkipVerify: true}}]",
            [
                "security/basic-auth-over-http: 'http://x'", "security/literal-password: hunter2",
                "security/insecure-skip-verify: tlsSkipVerify",
            ]
        ),
        (
            "grafana-datasource",
            "apiVersion: 1\ndatasources: [{name: L, type: loki, jsonData: {derivedFields: [{name: T, matcherRegex: 'a(b'}]}}]",
            ["collector/regexp: 'a(b'"]
        ),
        ("grafana-dashboard-provider", "apiVersion: 1\nproviders: [{name: x, options: {path: /x}}]", []),
        (
            "grafana-dashboard-provider", "apiVersion: 1\nproviders: [{name: x, option: {path: /x}}]",
            ["schema/missing-key: name", "schema/unknown-key: option"]
        ),
        (
            "compose",
            "services: {loki: {image: 'grafana/loki:3.7.6', depends_on: [db], volumes: ['data:/loki', './x:/y']}, db: {build: .}}\nvolumes: {data: {}}",
            []
        ),
        (
            "compose",
            "services: {a: {image: 'a:1', ports: [{target: 80, publishd: 80}], networks: {n: {alias: [x]}}, depends_on: {b: {condition: service_healthy}}, deploy: {resources: {limits: {memry: 1g}}}}, b: {image: 'b:1', command: [x], env_file: {path: x}}}\nnetworks: {n: {driver: bridge, internl: true}}",
            [
                "schema/unknown-key: publishd", "schema/unknown-key: alias", "schema/unknown-key: memry",
                "schema/wrong-type: {path: x}", "schema/unknown-key: internl",
            ]
        ),
        (
            "compose", "services: {a: {image: 'a:1', extends: {file: x}, command: {a: b}}}",
            ["schema/missing-key: file", "schema/wrong-type: {a: b}"]
        ),
        (
            "compose", "services: {loki: {img: 'grafana/loki:3.7.6'}}",
            ["schema/missing-key: loki", "schema/unknown-key: img"]
        ),
        (
            "compose", "services: {loki: {image: grafana/loki, depends_on: [dv], volumes: ['data:/x'], secrets: [s]}}",
            [
                "security/mutable-image-tag: grafana/loki", "schema/bad-value: dv", "schema/bad-value: data",
                "schema/bad-value: s",
            ]
        ),
        (
            "compose",
            "services: {g: {image: 'g:1', privileged: true, environment: {GF_SECURITY_ADMIN_PASSWORD: admin}}, h: {image: 'h:latest', environment: ['DB_PASSWORD=x1']}}",
            [
                "security/privileged-container: privileged", "security/literal-password: admin",
                "security/mutable-image-tag: 'h:latest'", "security/literal-password: x1",
            ]
        ),
        (
            "helm-values",
            "loki: {limits_config: {retention_period: 30d}, structuredConfig: {ingester: {chunk_encoding: snappy}}}", []
        ),
        (
            "helm-values",
            "loki: {limits_config: {retention: 30d}, structuredConfig: {ingester: {chunk_encodin: snappy}}}",
            ["loki-config/unknown-key: retention", "loki-config/unknown-key: chunk_encodin"]
        ),
        (
            "helm-values",
            "loki: {image: {repository: grafana/loki, tag: latest}, storage: {s3: {secretAccessKey: k1}}}",
            ["security/mutable-image-tag: latest", "security/literal-password: k1"]
        ),
        (
            "loki-config",
            "common: {storage: {s3: {bucketnames: b, secret_access_key: k1, http_config: {insecure_skip_verify: true}}}}",
            ["security/literal-password: k1", "security/insecure-skip-verify: insecure_skip_verify"]
        ),
        ("prometheus-config", "scrape_configs: [{job_name: x, static_configs: [{targets: ['a:1']}]}]", []),
        ("prometheus-config", "scrape_configs:\n- job_nam: x\n", ["prometheus-config/refused: - job_nam: x"]),
    ])
    func findings(kind: String, text: String, expected: [String]) async throws {
        #expect(try await Proving("yaml", as: kind).findings(text) == expected)
    }

    @Test(arguments: [
        ("a: 1\nb: [yes-sir, 'no', \"on\"]", []), ("country: no\nnews: [on]", ["yaml/norway: no", "yaml/norway: on"]),
        ("version: 3.10\nsize: 3.10", ["yaml/version-number: 3.10"]), ("# only a comment", ["yaml/empty: "]),
        ("a: 1\na: 2", ["yaml/duplicate-key: a"]),
        ("insecure_skip_verify: true", ["security/insecure-skip-verify: insecure_skip_verify"]),
        ("password_file: /run/secrets/x\npassword: ${PASSWORD}\nsecret: {secretName: x}", []),
    ])
    func plainYAML(text: String, expected: [String]) async throws {
        #expect(try await Proving("yaml").findings(text) == expected)
    }

    static let pod = """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: loki}
        spec:
          selector: {matchLabels: {app: loki}}
          template:
            metadata: {labels: {app: loki}}
            spec:
              securityContext: {runAsNonRoot: true}
              containers:
                - {name: loki, image: "grafana/loki:3.7.6", resources: {limits: {memory: 8Gi}}}
        """

    @Test func aSoundObjectPasses() async throws {
        let proof = try await Proving.withTools("yaml", as: "kubernetes")(Self.pod)
        #expect(proof.findings.isEmpty, "\(proof.findings.map(\.message))")
        if proof.shortfall == nil { #expect(proof.level == .validated && proof.claims == ["1 object"]) }
    }

    @Test(arguments: [
        ("runAsNonRoot: true", "fsGroup: 1", ["security/runs-as-root: loki"]),
        ("grafana/loki:3.7.6", "grafana/loki:latest", ["security/mutable-image-tag: \"grafana/loki:latest\""]),
        (", resources: {limits: {memory: 8Gi}}", "", ["kubernetes/no-limits: loki"]),
        ("labels: {app: loki}", "labels: {name: loki}", ["kubernetes/selector-mismatch: app"]),
    ])
    func whatIsForgottenIsTold(found: String, replacement: String, expected: [String]) async throws {
        #expect(
            try await Proving("yaml", as: "kubernetes").findings(Self.pod.replacing(found, with: replacement))
                == expected)
    }

    @Test(
        .enabled("kubernetes-validate is not installed") { await Proving.hasKubernetes },
        arguments: [
            (
                "selector: {match", "selectors: {match",
                ["schema/missing-key: selectors", "schema/unknown-key: selectors"]
            ),
            ("name: loki, image", "image", ["kubernetes/no-limits: "]),
            ("kind: Deployment", "kind: deployment", ["kubernetes/unknown-kind: deployment"]),
            ("memory: 8Gi", "memory: [8]", ["schema/wrong-type: [8]"]),
        ])
    func theSchemaIsHeld(found: String, replacement: String, expected: [String]) async throws {
        let text = Self.pod.replacing(found, with: replacement)
        let findings = try await Proving.withTools("yaml", as: "kubernetes").findings(text)
        #expect(
            expected.allSatisfy { wanted in findings.contains(wanted) || wanted == "kubernetes/no-limits: " },
            "\(findings)")
        #expect(!findings.isEmpty)
    }

    @Test(arguments: [
        ("[{port: 9000}]", ["kubernetes/network-policy-without-dns: egress"]), ("[{port: 53, protocol: UDP}]", []),
    ])
    func aPolicyMustLetDNSThrough(ports: String, expected: [String]) async throws {
        let text =
            "apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: {name: x}\nspec: {podSelector: {}, policyTypes: [Egress], egress: [{ports: \(ports)}]}"
        #expect(try await Proving("yaml", as: "kubernetes").findings(text) == expected)
    }

    /// What looks like a known kind is told to say so; what only shares a key with one is left alone.
    @Test(arguments: [
        ("limits_config: {ingestion_rate_mb: 4}", "loki-config"), ("auth_enabled: true", "loki-config"),
        ("overrides: {acme: {ingestion_rate_mb: 4}}", "loki-overrides"),
        ("apiVersion: v1\nkind: Namespace\nmetadata: {name: x}", "kubernetes"),
        ("services: {a: {image: 'a:1'}}", "compose"), ("scrape_configs: [{job_name: x}]", "prometheus-config"),
        ("groups: [{name: g, rules: [{alert: A, expr: up == 0}]}]", "prometheus-rules"),
        ("groups: [{name: g, rules: [{alert: A, expr: 'count_over_time({a=\"b\"}[5m]) > 0'}]}]", "loki-rules"),
        ("server: {port: 1}", nil), ("labels: {app: x}", nil),
        ("clients: []\nscrape_configs: [{job_name: x, pipeline_stages: []}]", nil), ("- a", nil),
    ])
    func aKindIsGuessed(text: String, kind: String?) async throws {
        let findings = try await Proving("yaml")(text).findings.filter { $0.rule == "yaml/kind-unnamed" }
        #expect(findings.first?.help == kind.map { "write `as=\($0)` on its fence" })
    }

    @Test(arguments: [
        ("clients:\n  - url: http://loki:3100/loki/api/v1/push\n", ["collector/promtail-ended: clients"]),
        ("scrape_configs: [{job_name: x, pipeline_stages: []}]", ["collector/promtail-ended: scrape_configs"]),
        ("clients: [{url: 'https://example.com/'}]", []), ("clients: 3", []),
    ])
    func promtailIsAtItsEnd(text: String, expected: [String]) async throws {
        #expect(try await Proving("yaml").findings(text) == expected)
    }
}
