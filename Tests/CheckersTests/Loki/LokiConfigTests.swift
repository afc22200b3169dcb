import Proofs
import TestSupport
import Testing

/// Configurations of Loki: what is refused, at which bytes, and that sound ones pass.
@Suite struct LokiConfigTests {
    private let proving = Proving("yaml", as: "loki-config")

    static let sound = """
        auth_enabled: true
        server: {http_listen_port: 3100, log_level: info, log_format: json}
        common:
          path_prefix: /loki
          replication_factor: 1
          ring: {kvstore: {store: inmemory}}
          storage: {s3: {bucketnames: logs, secret_access_key: "${SECRET}"}}
        schema_config:
          configs:
            - {from: 2024-01-01, store: tsdb, object_store: s3, schema: v13, index: {prefix: index_, period: 24h}}
        compactor: {retention_enabled: true, delete_request_store: s3, retention_delete_delay: 2h}
        limits_config:
          retention_period: 30d
          retention_stream: [{selector: '{level="debug"}', priority: 1, period: 24h}]
          ingestion_rate_mb: 10
        """

    @Test func aSoundConfigurationPasses() async throws {
        let proof = try await proving(Self.sound)
        #expect(proof.findings.isEmpty && proof.level == .validated)
        #expect(proof.claims == ["35 settings looked up"])
    }

    @Test(arguments: [
        ("limits_config: {ingestion_rate: 10}", ["loki-config/unknown-key: ingestion_rate"]),
        ("retention_period: 30d", ["loki-config/unknown-key: retention_period"]),
        ("schema_config: {configs: [{stores: tsdb}]}", ["loki-config/unknown-key: stores"]),
        ("compactor: {shared_store: s3}", ["loki-config/removed-key: shared_store"]),
        ("limits_config: {allow_deletes: true}", ["loki-config/deprecated-key: allow_deletes"]),
        ("no_auth_tenant: x", ["loki-config/not-in-release: no_auth_tenant"]),
        ("server: {http_listen_port: \"3100\"}", ["loki-config/wrong-type: \"3100\""]),
        ("server: 3100", ["loki-config/wrong-type: 3100"]),
        ("auth_enabled: \"true\"", ["loki-config/wrong-type: \"true\""]),
        ("compactor: {retention_delete_delay: 1d}", ["loki-config/wrong-type: 1d"]),
        ("limits_config: {retention_period: 1.5h}", ["loki-config/wrong-type: 1.5h"]),
        ("limits_config: {per_stream_rate_limit: 3 lots}", ["loki-config/wrong-type: 3 lots"]),
        ("target: [read]", ["loki-config/wrong-type: [read]"]),
        ("compactor: {retention_enabled: true}", ["loki-config/retention-without-store: retention_enabled"]),
        ("server: {log_level: warning}", ["loki-config/bad-value: warning"]),
        ("limits_config: {deletion_mode: delete}", ["loki-config/bad-value: delete"]),
        ("ingester: {lifecycler: {ring: {kvstore: {store: foo}}}}", ["loki-config/bad-value: foo"]),
        (
            "limits_config: {retention_stream: [{selector: '{level=debug}', period: 12h}]}",
            ["loki-config/bad-value: debug", "loki-config/bad-value: 12h"]
        ),
    ])
    func aFaultIsToldAtItsBytes(yaml: String, expected: [String]) async throws {
        #expect(try await proving.findings(yaml) == expected)
    }

    @Test(arguments: [
        ("delete_request_store: s3, ", "", ["loki-config/retention-without-store: retention_enabled"]),
        (
            "retention_enabled: true", "retention_enabled: false",
            [
                "loki-config/retention-without-compactor: retention_period",
                "loki-config/retention-without-compactor: retention_stream",
            ]
        ),
        ("v13", "v12", ["loki-config/structured-metadata: v12"]),
        ("v13", "v15", ["loki-config/bad-value: v15"]),
        ("store: tsdb", "store: boltdb-shipper", ["loki-config/structured-metadata: boltdb-shipper"]),
        ("period: 24h}}", "period: 168h}}", ["loki-config/bad-value: 168h"]),
        ("object_store: s3", "object_store: minio", ["loki-config/bad-value: minio"]),
    ])
    func settingsAreHeldAgainstEachOther(found: String, replacement: String, expected: [String]) async throws {
        #expect(Self.sound.contains(found))
        #expect(try await proving.findings(Self.sound.replacing(found, with: replacement)) == expected)
    }

    /// In a part nothing is missing that the file has, and what the part says goes before it.
    @Test func aPartIsJudgedWithItsFile() async throws {
        var part = proving
        part.files = ["pages/loki.yaml": Self.sound]
        part.request.container = .init("pages/loki.yaml", at: Origins.nowhere)
        #expect(try await part.findings("limits_config: {retention_period: 7d}") == [])
        #expect(
            try await part.findings("compactor: {retention_enabled: false}") == [
                "loki-config/retention-without-compactor: retention_period",
                "loki-config/retention-without-compactor: retention_stream",
            ])
        #expect(try await proving.findings("limits_config: {retention_period: 7d}") == [])
    }

    @Test func limitsOfTenantsAreLimits() async throws {
        let overrides = Proving("yaml", as: "loki-overrides")
        #expect(try await overrides.findings("overrides: {acme: {ingestion_rate_mb: 4}}") == [])
        #expect(
            try await overrides.findings("overrides: {acme: {ingestion_rate: 4}}\ntenants: {}") == [
                "loki-config/unknown-key: ingestion_rate", "loki-config/unknown-key: tenants",
            ])
    }
}

extension LokiConfigTests {
    @Test func aWholeFileWithoutASchemaIsTold() async throws {
        var part = Proving("yaml", as: "loki-config")
        part.files = ["pages/loki.yaml": "server: {http_listen_port: 3100}"]
        part.request.container = .init("pages/loki.yaml", at: Origins.nowhere)
        #expect(try await part.findings("auth_enabled: true") == ["loki-config/schema-missing: auth_enabled"])
    }

    /// Where Loki itself is at hand, it has the last word; the line that it names is the author's.
    @Test func whatLokiRefusesIsTold() async throws {
        let tools = try TemporaryFolder(files: [
            "loki":
                "#!/bin/sh\n[ \"$1\" = -version ] && echo 'loki, version 3.7.6' && exit\necho 'failed parsing config: x.yaml: line 2: field y' >&2; exit 1\n"
        ])
        try tools.makeExecutable("loki")
        var proving = Proving("yaml", as: "loki-config")
        proving.path = tools.url.path + ":/usr/bin:/bin"
        let proof = try await proving(Self.sound)
        #expect(proof.findings.map(\.rule) == ["loki-config/refused"])
        #expect(
            proof.findings.first?.span.text == "server: {http_listen_port: 3100, log_level: info, log_format: json}")
        #expect(proof.tools.last == "loki 3.7.6")
    }
}

/// A part is merged into its file before Loki is asked.
struct LokiConfigMergeTests {
    private static let whole = """
        server: {http_listen_port: 3100, log_format: json}
        limits_config:
          retention_period: 30d
          reject_old_samples: yes
          retention_stream:
            - {selector: '{level="debug"}', priority: 1, period: 24h}
        schema_config:
          configs: [{from: 2024-01-01, store: tsdb, object_store: s3, schema: v13, index: {prefix: "i\\"_", period: 24h}}]
        compactor: {retention_enabled: true, delete_request_store: s3}
        """

    /// A proof by a program that keeps what it is given, and says so of a line of it.
    private func ask(_ part: String, line: Int) async throws -> (text: String, proof: Proof) {
        let tools = try TemporaryFolder(files: [
            "loki": """
            #!/bin/sh
            [ "$1" = -version ] && echo 'loki, version 3.7.6' && exit
            cp "${2#-config.file=}" "$(dirname "$0")/asked"
            echo "failed parsing config: x.yaml: yaml: line \(line): no" >&2; exit 1
            """
        ])
        try tools.makeExecutable("loki")
        var proving = Proving("yaml", as: "loki-config")
        proving.path = tools.url.path + ":/usr/bin:/bin"
        proving.files = ["pages/loki.yaml": Self.whole]
        proving.request.container = .init("pages/loki.yaml", at: Origins.nowhere)
        let proof = try await proving(part)
        return (try String(contentsOfFile: tools.path + "/asked", encoding: .utf8), proof)
    }

    @Test func lokiGetsTheWhole() async throws {
        let (text, proof) = try await ask("limits_config:\n  retention_period: 7d\n  volume_enabled:\n", line: 3)
        #expect(
            text == #"""
                {
                limits_config: {
                retention_period: 7d,
                volume_enabled: null,
                reject_old_samples: yes,
                retention_stream: [
                {
                selector: "{level=\"debug\"}",
                priority: 1,
                period: 24h}]},
                server: {
                http_listen_port: 3100,
                log_format: json},
                schema_config: {
                configs: [
                {
                from: 2024-01-01,
                store: tsdb,
                object_store: s3,
                schema: v13,
                index: {
                prefix: "i\"_",
                period: 24h}}]},
                compactor: {
                retention_enabled: true,
                delete_request_store: s3}}

                """#)
        let finding = try #require(proof.findings.first { $0.rule.text == "loki-config/refused" })
        #expect(finding.span.file.path == "pages/test.md" && finding.span.text == "retention_period")
        #expect(finding.span.start == .init(line: 2, column: 3))
    }

    @Test func aLineOfTheFileIsToldInTheFile() async throws {
        let (_, proof) = try await ask("limits_config: {retention_period: 7d}", line: 4)
        let finding = try #require(proof.findings.first { $0.rule.text == "loki-config/refused" })
        #expect(finding.span.file.path == "pages/loki.yaml" && finding.span.text == "reject_old_samples")
    }

    /// What it makes is read by Galley's own reader as what went in.
    @Test func theTextIsYAML() async throws {
        let (text, _) = try await ask("server: {log_level: info}", line: 1)
        let proof = try await Proving("yaml", as: "loki-config")(text)
        #expect(proof.findings.isEmpty, "\(proof.findings.map(\.message))")
        #expect(proof.claims == ["23 settings looked up"])
    }
}
