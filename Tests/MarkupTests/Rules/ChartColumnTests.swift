import TestSupport
import Testing

@testable import Markup

@Suite struct ChartColumnTests {
    @Test func ofWords() {
        let text = MarkedText("::: chart A\n| a | ⟦In⟧ | b |\n|-|-|-|\n| x | Swift | 1 |\n| y | | 2 |\n:::\n")
        #expect(
            Parsed(text.file()).findings == [
                Finding("chart/column", text.ranges[0], "the column `In` of this chart holds no numbers")
            ])
    }

    @Test func withoutAName() {
        let text = MarkedText("::: chart A\n| a |⟦⟧ |\n|-|-|\n| x | 1 |\n:::\n")
        let findings = Parsed(text.file()).findings
        #expect(findings.map(\.message) == ["a column of this chart has no name"])
        #expect(findings.map(\.rule) == ["chart/column"])
    }
}
