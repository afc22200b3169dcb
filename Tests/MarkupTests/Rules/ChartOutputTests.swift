import Foundation
import TestSupport
import Testing

@testable import Markup

@Suite struct ChartOutputTests {
    private static let table = "time                  {}\n2026-11-20T14:00:00Z  1\n2026-11-20T14:05:00Z  2\n"

    private static let noTimes = "this output does not begin with a column `time` and names of series"
    private static let empty = [
        "", "time  {}\n", "time  {}\n2026-11-20T14:00:00Z  1\n",
        table.replacing("  1", with: "  -").replacing("  2", with: "  NaN"),
    ]

    @Test(arguments: [
        ("level  value\nerror  12\n", "level  value", noTimes), ("time\n", "time", noTimes),
        (table + "...\n", "...", "this line has 1 column, the first line has 2"),
        (table + "2026-11-20T14:10:00Z  [..]\n", "[..]", "`[..]` is no number"),
        (
            table + "2026-11-20T14:70:00Z  1\n", "2026-11-20T14:70:00Z",
            "`2026-11-20T14:70:00Z` is no time such as `2026-11-20T14:05:00Z`"
        ),
        (
            table + "2026-11-20T13:05:00Z  1\n", "2026-11-20T13:05:00Z",
            "`2026-11-20T13:05:00Z` is not later than the time in the line before"
        ),
    ]) func whatCanNotBeReadIsToldAtItsBytes(output: String, place: String, message: String) {
        // In a quote, the bytes of the block are not those of the file.
        let quoted = output.split(separator: "\n").map { "> \($0)\n" }.joined()
        let marked = MarkedText("> ```output {chart}\n\(quoted.replacingLast(place, by: "⟦\(place)⟧"))> ```\n")
        let parsed = Parsed(marked.file())
        #expect(parsed.findings == [Finding("chart/output", marked.ranges[0], message)])
        #expect(!parsed.html.contains("<svg") && parsed.html.contains("<pre"))
    }

    @Test(arguments: empty) func nothingToDraw(output: String) {
        let marked = MarkedText("⟦```output {chart}⟧\n\(output)```\n")
        #expect(
            Parsed(marked.file()).findings == [
                Finding(
                    "chart/output", marked.ranges[0],
                    "this output has nothing to draw: a line takes a series and two times")
            ])
    }

    @Test func onlyOutputsAreDrawn() {
        let marked = MarkedText("```text {⟦chart⟧}\n\(Self.table)```\n")
        let finding = Finding("chart/output", marked.ranges[0], "only a block `output` is drawn")
        #expect(Parsed(marked.file()).findings == [finding])
    }
}

extension String {
    fileprivate func replacingLast(_ part: String, by other: String) -> String {
        guard let range = range(of: part, options: .backwards) else { return self }
        return replacingCharacters(in: range, with: other)
    }
}
