import TestSupport
import Testing

@testable import Markup

@Suite struct ContainerTitleTests {
    @Test func missing() {
        let text = MarkedText("::: tabs\n⟦::: tab⟧\nText\n:::\n:::\n⟦::: details⟧\n:::\n")
        #expect(
            Parsed(text.file()).findings == [
                Finding("container/title", text.ranges[0], "the container `tab` has no title"),
                Finding("container/title", text.ranges[1], "the container `details` has no title"),
            ])
    }

    @Test func unexpected() {
        let text = MarkedText("::: tabs ⟦Choose one⟧\n:::\n")
        #expect(
            Parsed(text.file()).findings == [
                Finding("container/title", text.ranges[0], "the container `tabs` takes no title")
            ])
    }
}
