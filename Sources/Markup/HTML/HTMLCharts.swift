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
        output.raw("<ul class=\"chart-key\">")
        for (number, series) in shared.enumerated() {
            output.raw("<li class=\"chart-\(ChartDrawing.color(number))\">")
            output.escaped(series.name)
            output.raw("</li>")
        }
        output.raw("</ul>\n")
    }
}
