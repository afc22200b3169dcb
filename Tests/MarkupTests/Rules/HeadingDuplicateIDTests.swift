import TestSupport
import Testing

@testable import Markup

@Suite struct HeadingDuplicateIDTests {
    @Test func twice() {
        let text = MarkedText("## A {#⟦x⟧}\n## B {#⟦x⟧}\n## X\n")
        let parsed = Parsed(text.file())
        #expect(
            parsed.findings == [Finding("heading/duplicate-id", text.ranges[1], "the id `x` is given to two headings")])
        #expect(parsed.diagnostics.first?.related.map(\.span.range) == [text.ranges[0]])
    }
}
