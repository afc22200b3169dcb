import TestSupport
import Testing

@testable import Markup

@Suite struct FenceUnknownAttributeTests {
    @Test func misspelled() {
        let text = MarkedText("```logql {⟦proff⟧=run ⟦hiden⟧}\n```\n")
        let parsed = Parsed(text.file())
        #expect(
            parsed.findings == [
                Finding("fence/unknown-attribute", text.ranges[0], "there is no attribute `proff`"),
                Finding("fence/unknown-attribute", text.ranges[1], "there is no attribute `hiden`"),
            ])
        #expect(parsed.diagnostics.map(\.help) == ["did you mean `proof`?", "did you mean `hidden`?"])
        #expect(parsed.diagnostics.first?.fix?.edits.map(\.replacement) == ["proof"])
    }
}
