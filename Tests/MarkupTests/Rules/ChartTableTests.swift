import TestSupport
import Testing

@testable import Markup

@Suite struct ChartTableTests {
    @Test func withoutATable() {
        let text = MarkedText("> ⟦::: chart A⟧\n> :::\n")
        #expect(
            Parsed(text.file()).findings == [Finding("chart/table", text.ranges[0], "this chart holds no table")])
    }

    @Test func withTwo() {
        let table = "| a | b |\n|-|-|\n| x | 1 |\n"
        let text = MarkedText("::: chart A\n\(table)\n⟦| a | b |⟧\n|-|-|\n| x | 1 |\n:::\n")
        let parsed = Parsed(text.file())
        #expect(parsed.findings == [Finding("chart/table", text.ranges[0], "this chart holds a second table")])
        #expect(parsed.diagnostics.first?.related.map(\.span.range) == [12..<21])
    }

    @Test func withText() {
        let text = MarkedText("::: chart A\n⟦Measured here.⟧\n\n| a | b |\n|-|-|\n| x | 1 |\n:::\n")
        #expect(
            Parsed(text.file()).findings == [
                Finding("chart/table", text.ranges[0], "a chart holds a table and nothing else")
            ])
    }

    @Test(arguments: ["⟦| a |⟧\n|-|\n| x |\n", "⟦| a | b |⟧\n|-|-|\n"]) func withNothingToDraw(table: String) {
        let text = MarkedText("::: chart A\n\(table):::\n")
        let parsed = Parsed(text.file())
        #expect(
            parsed.findings == [Finding("chart/table", text.ranges[0], "the table of this chart has nothing to draw")])
        #expect(!parsed.html.contains("<svg"))
    }
}
