import TestSupport
import Testing

@testable import Markup

@Suite struct ChartCellTests {
    @Test func noNumber() {
        let text = MarkedText(
            "- ::: chart A\n  | a | b |\n  |-|-|\n  | x | 1 |\n  | y | ⟦1–2⟧ |\n  | z | ⟦`-3`⟧ |\n  :::\n")
        #expect(
            Parsed(text.file()).findings == [
                Finding("chart/cell", text.ranges[0], "`1–2` is no number from 0 up"),
                Finding("chart/cell", text.ranges[1], "`-3` is no number from 0 up"),
            ])
    }

    @Test func otherUnit() {
        let text = MarkedText(
            "::: chart A\n| a | b |\n|-|-|\n| x | 1 s |\n| y | ⟦850 ms⟧ |\n| z | ⟦3⟧ |\n| z | 0 |\n:::\n")
        #expect(
            Parsed(text.file()).findings == [
                Finding("chart/cell", text.ranges[0], "`850 ms` is not in the unit of this column, `s`"),
                Finding("chart/cell", text.ranges[1], "`3` is not in the unit of this column, `s`"),
            ])
    }

    @Test func empty() {
        let findings = Parsed("::: chart A\n| a | b |\n|-|-|\n| x | 1 |\n| y | |\n:::\n").findings
        #expect(findings.map(\.message) == ["a cell of this chart is empty"])
    }
}
