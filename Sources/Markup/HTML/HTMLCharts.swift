import Diagnostics

extension HTMLWriter {
    /// Writes a chart up to its table: the caption, the bars, and what folds the table.
    mutating func openChart(_ index: Int) {
        output.breakLine()
        output.raw("<figure class=\"chart\"><figcaption>")
        output.escaped(literal(index))
        output.raw("</figcaption>\n")
        var report: [Diagnostic] = []
        if let chart = Chart(Cursor(document: document, index: index), into: &report) {
            writeKey(of: chart)
            output.raw("<div class=\"chart-panels\">\n")
            for panel in chart.panels { ChartDrawing(chart, panel).write(into: &output) }
            output.raw("</div>\n")
        }
        output.raw("<details><summary>The figures as a table</summary>\n")
    }

    /// Which bar is whose, where several share a scale.
    private mutating func writeKey(of chart: Chart) {
        guard let shared = chart.panels.first, shared.count > 1 else { return }
        writeKey(shared.map(\.name))
    }

    /// - Parameter rest: how many series are not drawn.
    private mutating func writeKey(_ names: [String], rest: Int = 0) {
        output.raw("<ul class=\"chart-key\">")
        for (number, name) in names.enumerated() {
            output.raw("<li class=\"chart-\(ChartDrawing.color(number))\">")
            output.escaped(name)
            output.raw("</li>")
        }
        if rest > 0 { output.raw("<li>and \(rest) lower, in the figures</li>") }
        output.raw("</ul>\n")
    }

    /// Writes an output as a drawing of its lines, and folds its text below.
    /// - Returns: whether it could be drawn.
    mutating func writeLineChart(of block: CodeBlock) -> Bool {
        var report: [Diagnostic] = []
        guard block.language == "output", let chart = LineChart(block, into: &report) else { return false }
        let drawing = LineDrawing(chart)
        let title = block.attributes?["title"]?.value
        output.breakLine()
        output.raw("<figure class=\"chart\">")
        if let title {
            output.raw("<figcaption>")
            output.escaped(title)
            output.raw("</figcaption>\n")
        }
        if drawing.shown.contains(where: { !$0.name.isEmpty }) {
            writeKey(drawing.shown.map(\.name), rest: chart.series.count - drawing.shown.count)
        }
        output.raw("<div class=\"chart-lines\">\n")
        drawing.write(title ?? snippetTitle(before: block) ?? "What it prints", into: &output)
        output.raw("</div>\n<details><summary>The figures</summary>\n")
        writeCode(block, title: nil)
        output.raw("</details></figure>\n")
        return true
    }

    /// The title of the block that an output stands behind: it stands above the drawing, and is not repeated there.
    private func snippetTitle(before output: CodeBlock) -> String? {
        guard output.ordinal > 0 else { return nil }
        let block = CodeBlock(document: document, number: output.ordinal - 1)
        guard block.cursor.nextSibling?.codeBlock?.ordinal == output.ordinal else { return nil }
        return block.attributes?["title"]?.value
    }
}
