import TestSupport
import Testing

@testable import Markup

@Suite struct ContainerUnclosedTests {
    @Test func atTheEnd() {
        let text = MarkedText("⟦::: tabs⟧\n⟦::: tab A⟧\nText\n")
        #expect(
            Parsed(text.file()).findings == [
                Finding("container/unclosed", text.ranges[1], "the container `tab` is never closed"),
                Finding("container/unclosed", text.ranges[0], "the container `tabs` is never closed"),
            ])
    }

    @Test func withItsItem() {
        let text = MarkedText("- ⟦::: details A⟧\n  Text\n\nEnd\n")
        let parsed = Parsed(text.file())
        #expect(
            parsed.findings == [
                Finding("container/unclosed", text.ranges[0], "the container `details` is never closed")
            ])
        #expect(parsed.html.hasSuffix("</details>\n</li>\n</ul>\n<p>End</p>\n"))
    }
}
