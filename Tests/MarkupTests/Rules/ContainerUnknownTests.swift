import TestSupport
import Testing

@testable import Markup

@Suite struct ContainerUnknownTests {
    @Test func misspelled() {
        let text = MarkedText("::: ⟦detail⟧ A\nText\n:::\n")
        let parsed = Parsed(text.file())
        #expect(parsed.findings == [Finding("container/unknown", text.ranges[0], "there is no container `detail`")])
        #expect(parsed.diagnostics.first?.help == "did you mean `details`?")
        #expect(parsed.html == "<p>Text</p>\n")
    }

    @Test func alertOfOtherBuilders() {
        let text = MarkedText("::: ⟦warning⟧\nText\n:::\n")
        #expect(Parsed(text.file()).diagnostics.map(\.help) == ["write it as an alert: `> [!WARNING]`"])
    }
}
