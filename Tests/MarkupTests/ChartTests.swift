import TestSupport
import Testing

@testable import Markup

@Suite struct ChartTests {
    private static let build = """
        ::: chart Time of a build, "cold" & warm
        | Program | Cold   | Warm   |
        | ------- | -----: | -----: |
        | Galley  | 0.9 s  | 0.12 s |
        | *Hugo*  | 1.35 s | 0 s    |
        :::

        """

    private func svg(_ text: String) -> String {
        let html = Parsed(text).html
        return html.range(of: "<svg").flatMap { start in
            html.range(of: "</div>").map { String(html[start.lowerBound..<$0.lowerBound]) }
        } ?? ""
    }

    @Test func sharedScale() {
        let parsed = Parsed(Self.build)
        #expect(parsed.findings == [])
        expectSnapshot(parsed.html, named: "shared-scale.html")
    }

    @Test func scalesOfTheirOwn() {
        let parsed = Parsed(
            """
            ::: chart A thousand pages
            | What is built and what it is built with | Time  | Memory, at most (MB) |
            | --- | --- | --- |
            | Galley, from nothing, with one task on a machine with one core | 1,234 ms | 96 |
            | Nothing | 0 | 0.5 |
            :::
            """)
        #expect(parsed.findings == [])
        expectSnapshot(parsed.html, named: "scales-of-their-own.html")
    }

    @Test func theLongestBarIsTheGreatestFigure() {
        let one = svg("::: chart A\n| a | b |\n|-|-|\n| x | 3 |\n| y | 1 |\n| z | 2 |\n:::\n")
        #expect(one.contains("width=\"93%\" height=\"14\"/>"))
        #expect(one.contains("<text class=\"chart-figure\" x=\"93%\" dx=\"6\" y=\"49\">3</text>"))
        #expect(one.contains("width=\"31%\"") && one.contains("width=\"62%\""))
    }

    @Test func nothingIsDrawnOfZeros() {
        #expect(svg("::: chart A\n| a | b |\n|-|-|\n| x | 0 |\n:::\n").contains("width=\"0%\""))
    }

    @Test(arguments: [
        ("7", 7, ""), ("1,234", 1234, ""), ("12,345,678.5 B", 12_345_678.5, "B"), ("0.25×", 0.25, "×"),
        ("1\u{202F}234\u{202F}ms", 1234, "ms"), ("12 %", 12, "%"), (" 3 lines a second ", 3, "lines a second"),
        ("12\u{2009}s", 12, "s"), ("1234", 1234, ""),
    ]) func figures(text: String, value: Double, unit: String) throws {
        let figure = try #require(ChartFigure(text))
        #expect(figure.value == value && figure.unit == unit)
    }

    @Test(arguments: [
        "", "–", "-5", "+5", "~5", "12,34", "1,2345", "1.2.3", "1.2–1.4 s", "5 of 7", "2026-11-20", "1e5", "12:30",
        "x 5",
        "1234567890123456", "3 of a unit that is longer than any", "٣",
    ]) func noFigures(text: String) {
        #expect(ChartFigure(text) == nil)
    }

    @Test func unitsInOneForm() {
        #expect(ChartFigure.isSame("line", "lines") && ChartFigure.isSame("s", "s"))
        #expect(!ChartFigure.isSame("m", "ms") && !ChartFigure.isSame("", "s") && !ChartFigure.isSame("s", "min"))
    }

    @Test func scalesAreSharedWhereUnitsAreTold() {
        func panels(_ head: String, _ row: String) -> Int {
            svg("::: chart A\n\(head)\n|-|-|-|\n\(row)\n:::\n").split(separator: "<svg").count
        }
        #expect(panels("| a | b | c |", "| x | 1 s | 2 s |") == 1)
        #expect(panels("| a | b (ms) | c (ms) |", "| x | 1 | 2 |") == 1)
        #expect(panels("| a | b (ms) | c (s) |", "| x | 1 | 2 |") == 2)
        #expect(panels("| a | b | c |", "| x | 1 | 2 |") == 2)
    }

    @Test func linesFitOnAPhone() {
        #expect(ChartDrawing.lines(of: "one two") == ["one two"])
        #expect(
            ChartDrawing.lines(of: "the first of many lines of a long name")
                == ["the first of many lines of a long", "name"])
    }

    @Test func rangeCoversBothMarks() {
        let text = MarkedText("a\n\n⟦::: chart A\n| a | b |\n|-|-|\n| x | 1 |\n:::⟧\n")
        #expect(Parsed(text.file()).document.nodes.filter { $0.kind == .chart }.map(\.range) == text.ranges)
    }
}
