import TestSupport
import Testing

@testable import Markup

@Suite struct FenceDuplicateAttributeTests {
    @Test func twice() {
        let text = MarkedText("```logql {⟦#a⟧ ⟦title=x⟧ ⟦#b⟧ ⟦title=y⟧}\n```\n")
        let parsed = Parsed(text.file())
        #expect(
            parsed.findings == [
                Finding("fence/duplicate-attribute", text.ranges[2], "the attribute `id` stands twice"),
                Finding("fence/duplicate-attribute", text.ranges[3], "the attribute `title` stands twice"),
            ])
        #expect(parsed.diagnostics.flatMap(\.related).map(\.span.range) == [text.ranges[0], text.ranges[1]])
        #expect(parsed.document.codeBlocks.first?.id == "a")
    }
}
