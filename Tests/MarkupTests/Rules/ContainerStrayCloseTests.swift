import TestSupport
import Testing

@testable import Markup

@Suite struct ContainerStrayCloseTests {
    @Test func closesNothing() {
        let text = MarkedText("Text\n\n⟦:::⟧\n")
        #expect(
            Parsed(text.file()).findings == [
                Finding("container/stray-close", text.ranges[0], "this `:::` closes no container")
            ])
    }

    @Test func outsideTheItemThatOpens() {
        let text = MarkedText("- ⟦::: details A⟧\n  Text\n\n⟦:::⟧\n")
        #expect(Parsed(text.file()).findings.map(\.rule) == ["container/unclosed", "container/stray-close"])
        #expect(Parsed(text.file()).findings.map(\.range) == text.ranges)
    }
}
