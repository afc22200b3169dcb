import Testing

@testable import Proofs

/// What Galley starts a real Loki with is itself held to Galley's own rules for Loki's settings.
struct LokiProgramTests {
    @Test(arguments: [true, false]) func itsConfigurationIsRight(asksForTenant: Bool) async throws {
        let text = LokiProgram.configuration(folder: "/tmp/run", asksForTenant: asksForTenant)
        #expect(text.contains("auth_enabled: \(asksForTenant)\n"))
        let findings = try await Proving("yaml", as: "loki-config").findings(text)
        #expect(findings == [])
    }
}
