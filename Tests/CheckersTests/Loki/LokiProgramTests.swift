import Testing

@testable import Proofs

/// What Galley starts a real Loki with is itself held to Galley's own rules for Loki's settings.
struct LokiProgramTests {
    @Test(arguments: LokiService.Variant.allCases) func itsConfigurationIsRight(
        variant: LokiService.Variant
    ) async throws {
        let text = LokiProgram.configuration(folder: "/tmp/run", variant)
        #expect(text.contains("auth_enabled: \(variant == .tenants)\n"))
        let findings = try await Proving("yaml", as: "loki-config").findings(text)
        #expect(findings == [])
    }
}
