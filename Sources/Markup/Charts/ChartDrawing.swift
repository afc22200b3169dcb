/// Draws series that share a scale, as SVG: a group of horizontal bars for each category, and a figure at each bar's end.
///
/// Lengths across are percentages and lengths down are pixels, so that the bars are as wide as there is room while the
/// text keeps its size, on a phone as well. Colours are the theme's, by classes.
struct ChartDrawing {
    private let chart: Chart
    private let panel: [Chart.Series]
    private let greatest: Double
    /// How much of the width the longest bar takes, in percent: the rest is for the figure behind it.
    private let share: Int

    /// Where a phone shows the chart, a longer line would not fit.
    private static let lineLength = 34
    private static let lineHeight = 18
    private static let gap = 10
    private static let colors = 6

    init(_ chart: Chart, _ panel: [Chart.Series]) {
        self.chart = chart
        self.panel = panel
        let figures = panel.flatMap(\.figures)
        greatest = figures.map(\.value).max() ?? 0
        // A letter takes at most a thirtieth of a phone's width.
        share = 96 - min(60, 3 * (figures.map(\.text.count).max() ?? 0))
    }

    /// The number of the colour of a series, from 1.
    static func color(_ series: Int) -> Int { series % colors + 1 }

    func write(into output: inout HTMLOutput) {
        var body = HTMLOutput()
        var y = 0
        // What several series share stands in the caption, and the key names them.
        if panel.count == 1 { writeLines(panel[0].name, "chart-name", at: &y, into: &body) }
        for (row, category) in chart.categories.enumerated() {
            writeLines(category, "chart-category", at: &y, into: &body)
            let top = y
            for (number, series) in panel.enumerated() {
                writeBar(series.figures[row], Self.color(number), at: y, into: &body)
                y += Self.lineHeight
            }
            body.raw("<line class=\"chart-zero\" x1=\"0.5\" x2=\"0.5\" y1=\"\(top)\" y2=\"\(y)\"/>\n")
            y += Self.gap
        }
        output.raw("<svg role=\"img\" width=\"100%\" height=\"\(y)\" font-size=\"13\"><title>")
        output.escaped(panel.count == 1 ? "\(chart.title): \(panel[0].name)" : chart.title)
        output.raw("</title><desc>")
        output.escaped(description)
        output.raw("</desc>\n")
        body.bytes.withUnsafeBufferPointer { output.raw($0) }
        output.raw("</svg>\n")
    }

    /// The figures as a sentence, for those who can't see the bars.
    private var description: String {
        chart.categories.enumerated().map { row, category in
            let figures = panel.map { panel.count == 1 ? $0.figures[row].text : "\($0.name) \($0.figures[row].text)" }
            return "\(category): \(figures.joined(separator: ", "))"
        }.joined(separator: "; ") + "."
    }

    private func writeBar(_ figure: ChartFigure, _ color: Int, at y: Int, into output: inout HTMLOutput) {
        let width = percentage(of: figure.value)
        output.raw("<rect class=\"chart-\(color)\" x=\"0\" y=\"\(y + 2)\" width=\"\(width)\" height=\"14\"/>")
        output.raw("<text class=\"chart-figure\" x=\"\(width)\" dx=\"6\" y=\"\(y + 13)\">")
        output.escaped(figure.text)
        output.raw("</text>\n")
    }

    /// In steps of a hundredth, so that the same figures give the same bytes.
    private func percentage(of value: Double) -> String {
        guard greatest > 0 else { return "0%" }
        let hundredths = Int((value / greatest * Double(share) * 100).rounded())
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        return rest == 0 ? "\(whole)%" : "\(whole).\(rest < 10 ? "0" : "")\(rest)%"
    }

    private func writeLines(
        _ text: String, _ name: StaticString, at y: inout Int, into output: inout HTMLOutput
    ) {
        for line in Self.lines(of: text) {
            output.raw("<text class=\"")
            output.raw(name)
            output.raw("\" y=\"\(y + 13)\">")
            output.escaped(line)
            output.raw("</text>\n")
            y += Self.lineHeight
        }
    }

    /// The text in lines that a phone has room for: SVG breaks none of its own accord.
    static func lines(of text: String) -> [String] {
        var lines: [String] = []
        for word in text.split(separator: " ") {
            if let last = lines.last, last.count + word.count < lineLength {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
        return lines
    }
}
