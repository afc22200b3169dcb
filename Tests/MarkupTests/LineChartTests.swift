import TestSupport
import Testing

@testable import Markup

@Suite struct LineChartTests {
    private func page(_ head: String, _ rows: [(String, String)]) -> String {
        "```output {chart title=\"Errors & <more>\"}\ntime                  \(head)\n"
            + rows.map { "2026-11-20T\($0)Z  \($1)\n" }.joined() + "```\n"
    }

    @Test func linesWithTheirFigures() {
        let parsed = Parsed(
            page(
                "{level=\"error\"}  {level=\"a  \\\"b\\\"  c\"}",
                [
                    ("13:05:00", "0.2            -"), ("13:10:00", "0              0.1"),
                    ("13:20:00", "0.25           -"),
                ]
            ))
        #expect(parsed.findings == [])
        expectSnapshot(parsed.html, named: "lines.html")
    }

    @Test func aLineEndsWhereAValueIsMissing() {
        let html = Parsed(
            page(
                "{}",
                [
                    ("13:00:00", "1"), ("13:01:00", "2"), ("13:02:00", "-"), ("13:03:00", "+Inf"), ("13:04:00", "4"),
                ])
        ).html
        let path = "<path class=\"chart-1\" vector-effect=\"non-scaling-stroke\" d=\"M0 112.5L250 75\"/>"
        // A value between two that are missing would not be seen as a line of no length.
        let dot = "<path class=\"chart-1\" stroke-width=\"7\" vector-effect=\"non-scaling-stroke\" d=\"M1000 0h0\"/>"
        #expect(html.contains("\(path)\n\(dot)\n"))
        #expect(!html.contains("chart-key"))
    }

    @Test func theHighestSixAreDrawn() {
        let names = (1...8).map { "{n=\"\($0)\"}" }.joined(separator: "  ")
        let values = (1...8).map { "\($0)" }.joined(separator: "  ")
        let html = Parsed(page(names, [("13:00:00", values), ("14:00:00", values)])).html
        #expect(html.split(separator: "<path").count == 7)
        #expect(html.contains("<li class=\"chart-1\">n=&quot;3&quot;</li>"))
        #expect(html.contains("<li>and 2 lower, in the figures</li>"))
    }

    @Test func daysAreToldWhereThereAreSeveral() {
        let text = page("{}", [("23:00:00", "1"), ("23:30:30", "1")]).replacing("20T23:00", with: "19T23:00")
        let html = Parsed(text).html
        #expect(html.contains(">11-19 23:00:00</text>") && html.contains(">11-20 23:30:30 UTC</text>"))
    }

    @Test func withoutATitleThatOfTheSnippetIsRead() {
        let output = page("{}", [("13:00:00", "1"), ("14:00:00", "1")]).replacing(
            " title=\"Errors & <more>\"", with: "")
        let html = Parsed("```logql {title=\"Errors\"}\nx\n```\n\n\(output)").html
        #expect(html.contains("<title>Errors</title>") && html.contains("<figure class=\"chart\"><div"))
        #expect(Parsed(output).html.contains("<title>What it prints</title>"))
    }

    @Test(
        arguments: [
            ([0.0, 0.0583], [0, 0.02, 0.04, 0.06]), ([5432.75, 65], [0, 2000, 4000, 6000]), ([0, 0], [0, 1]),
            ([-1, 1], [-1, 0, 1]), ([0.3], [0, 0.1, 0.2, 0.3]), ([-7, -3], [-10, -5, 0]),
        ] as [([Double], [Double])]) func marksAreRound(values: [Double], marks: [Double])
    {
        let found = Scale(values).marks
        #expect(found.first ?? 0 <= values.min() ?? 0 && found.last ?? 0 >= values.max() ?? 0)
        #expect(found.contains(0) && found.count <= 6)
        #expect(found == marks)
    }

    @Test(arguments: [
        (0, "0"), (0.0583, "0.0583"), (2000, "2000"), (12_340, "12.34k"), (1_500_000, "1.5M"), (-0.5, "-0.5"),
        (3264, "3264"),
    ]) func numbersInAMargin(value: Double, text: String) {
        #expect(Scale.text(value) == text)
    }
}
