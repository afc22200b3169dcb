import TestSupport
import Testing

@testable import Markup

@Suite struct ContainerStrayTabTests {
    @Test func outsideTabs() {
        let text = MarkedText("⟦::: tab A⟧\nText\n:::\n")
        #expect(
            Parsed(text.file()).findings == [
                Finding("container/stray-tab", text.ranges[0], "this tab stands in no `::: tabs`")
            ])
    }
}
