import Proofs
import TestSupport
import Testing

/// Configurations of Prometheus: what promtool refuses, at its line.
@Suite struct PrometheusConfigTests {
    private let proving = Proving("yaml", as: "prometheus-config")
    private static let sound =
        "global: {scrape_interval: 15s}\nscrape_configs:\n  - job_name: loki\n    static_configs: [{targets: [\"loki:3100\"]}]\n"

    @Test func aSoundOnePasses() async throws {
        let proof = try await proving(Self.sound)
        #expect(proof.findings.isEmpty && proof.level == .validated, "\(proof.findings.map(\.message))")
        #expect(proof.claims == ["accepted by promtool"])
    }

    @Test func anUnknownFieldIsToldAtItsLine() async throws {
        let found = try await proving.findings(Self.sound.replacing("    static_configs", with: "    static_config"))
        #expect(found == ["prometheus-config/refused: static_config: [{targets: [\"loki:3100\"]}]"])
    }

    @Test func aWrongValueIsTold() async throws {
        let proof = try await proving(Self.sound.replacing("15s", with: "soon"))
        #expect(proof.findings.map(\.rule.text) == ["prometheus-config/refused"])
    }

    @Test(arguments: [
        ("kill -9 $$", ["proof/tool-failed"]), ("exit 1", ["proof/tool-failed"]),
        ("echo '  FAILED: no lamp'; exit 1", ["prometheus-config/refused"]), ("exit 0", []),
    ])
    func aPromtoolThatFailsIsTold(script: String, expected: [String]) async throws {
        let tools = try TemporaryFolder(files: ["promtool": "#!/bin/sh\n[ \"$1\" = --version ] && exit 0\n\(script)\n"])
        try tools.makeExecutable("promtool")
        var proving = proving
        proving.path = tools.path + ":/usr/bin:/bin"
        let proof = try await proving(Self.sound)
        #expect(proof.findings.map(\.rule.text) == expected)
    }

    @Test func withoutPromtoolItIsParsed() async throws {
        var proving = proving
        proving.path = "/nonexistent"
        let proof = try await proving(Self.sound)
        #expect(proof.level == .parsed && proof.shortfall == "promtool is not installed")
        #expect(try await proving("a: [").level == nil)
    }
}
