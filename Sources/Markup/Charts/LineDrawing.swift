import Glibc

/// Draws series over time, as SVG: a line for each of them over a scale that begins at 0.
///
/// The lines lie in a drawing of their own that stretches with the page while strokes and text keep their size.
struct LineDrawing {
    private let chart: LineChart
    /// As many as there are colours: those that rise highest, in the order of the output.
    let shown: [LineChart.Series]
    private let scale: Scale

    private static let most = 6
    private static let top = 8
    private static let height = 150
    private static let width = 1_000.0

    init(_ chart: LineChart) {
        self.chart = chart
        let peaks = chart.series.map { $0.values.compactMap { $0 }.max() ?? -.infinity }
        let highest = Set(peaks.indices.sorted { (-peaks[$0], $0) < (-peaks[$1], $1) }.prefix(Self.most))
        shown = chart.series.indices.filter(highest.contains).map { chart.series[$0] }
        scale = Scale(shown.flatMap { $0.values.compactMap { $0 } })
    }

    func write(_ title: String, into output: inout HTMLOutput) {
        let labels = scale.marks.map { Scale.text($0) }
        // A letter takes at most a thirtieth of a phone's width, and the space behind it as much.
        let left = 3 + 3 * (labels.map(\.count).max() ?? 0)
        let bottom = Self.top + Self.height
        output.raw("<svg role=\"img\" width=\"100%\" height=\"\(bottom + 24)\" font-size=\"13\"><title>")
        output.escaped(title)
        output.raw("</title><desc>")
        output.escaped(description)
        output.raw("</desc>\n")
        for (mark, label) in zip(scale.marks, labels) {
            let y = Double(Self.top) + Double(Self.height) * (1 - scale.share(of: mark))
            let line = Self.text(y.rounded() + 0.5)
            output.raw("<line class=\"chart-\(mark == 0 ? "zero" : "grid")\" x1=\"\(left)%\" x2=\"100%\"")
            output.raw(" y1=\"\(line)\" y2=\"\(line)\" stroke=\"currentColor\" stroke-width=\"0.5\"/>")
            output.raw("<text class=\"chart-figure\" x=\"\(left)%\" dx=\"-8\" y=\"\(Self.text(y + 4.5))\"")
            output.raw(" text-anchor=\"end\">")
            output.escaped(label)
            output.raw("</text>\n")
        }
        output.raw("<svg x=\"\(left)%\" y=\"\(Self.top)\" width=\"\(100 - left)%\" height=\"\(Self.height)\"")
        output.raw(" viewBox=\"0 0 \(Int(Self.width)) \(Self.height)\" preserveAspectRatio=\"none\"")
        output.raw(" overflow=\"visible\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"")
        output.raw(" stroke-linejoin=\"round\" stroke-linecap=\"round\">\n")
        for (number, series) in shown.enumerated() {
            let (lines, dots) = paths(of: series)
            for (path, width) in [(lines, ""), (dots, " stroke-width=\"7\"")] where !path.isEmpty {
                output.raw("<path class=\"chart-\(ChartDrawing.color(number))\"\(width)")
                output.raw(" vector-effect=\"non-scaling-stroke\" d=\"\(path)\"/>\n")
            }
        }
        output.raw("</svg>\n")
        for (x, anchor, label) in [(left, "start", clock(first)), (100, "end", clock(last) + " UTC")] {
            output.raw("<text class=\"chart-figure\" x=\"\(x)%\" y=\"\(bottom + 20)\" text-anchor=\"\(anchor)\">")
            output.escaped(label)
            output.raw("</text>")
        }
        output.raw("\n</svg>\n")
    }

    private var first: String { chart.times.first ?? "" }
    private var last: String { chart.times.last ?? "" }

    /// `13:05` of `2026-11-20T13:05:00Z`; with the day where there are several, and with seconds where there are any.
    private func clock(_ time: String) -> String {
        let hasSeconds = chart.seconds.contains { $0 % 60 != 0 }
        let clock = time.dropFirst(11).prefix(hasSeconds ? 8 : 5)
        return first.prefix(10) == last.prefix(10) ? String(clock) : "\(time.dropFirst(5).prefix(5)) \(clock)"
    }

    /// A line ends where a value is missing, and a new one begins behind it; a value alone is a dot.
    private func paths(of series: LineChart.Series) -> (lines: String, dots: String) {
        let start = chart.seconds.first ?? 0
        let length = Double((chart.seconds.last ?? 0) - start)
        var (lines, dots) = ("", "")
        var isOpen = false
        for (index, value) in series.values.enumerated() {
            guard let value else {
                isOpen = false
                continue
            }
            let x = Self.text(Double(chart.seconds[index] - start) / length * Self.width)
            let y = Self.text(Double(Self.height) * (1 - scale.share(of: value)))
            if !isOpen, index + 1 == series.values.count || series.values[index + 1] == nil {
                dots += "M\(x) \(y)h0"
            } else {
                lines += "\(isOpen ? "L" : "M")\(x) \(y)"
                isOpen = true
            }
        }
        return (lines, dots)
    }

    /// The lines as sentences, for those who can't see them.
    private var description: String {
        let lines = shown.map { series in
            let values = series.values.compactMap { $0 }
            let name = series.name.isEmpty ? "" : "\(series.name): "
            guard let first = values.first, let last = values.last, let least = values.min(), let most = values.max()
            else { return "\(name)no values." }
            let ends = "\(Scale.text(first)) at first, \(Scale.text(last)) at last"
            return "\(name)\(ends), from \(Scale.text(least)) to \(Scale.text(most))."
        }
        return (["\(first) to \(last)."] + lines).joined(separator: " ")
    }

    /// In steps of a tenth, so that the same figures give the same bytes.
    private static func text(_ number: Double) -> String {
        let (whole, rest) = Int((number * 10).rounded()).quotientAndRemainder(dividingBy: 10)
        return rest == 0 ? "\(whole)" : "\(whole).\(rest)"
    }
}

/// The values that a chart of lines reaches over, with marks at round ones.
struct Scale: Equatable {
    /// From the lowest to the highest, 0 among them.
    let marks: [Double]

    private static let steps = 3.0

    init(_ values: [Double]) {
        let low = min(0, values.min() ?? 0)
        let high = max(0, values.max() ?? 0)
        let rough = high > low ? (high - low) / Self.steps : 1
        let power = pow(10, log10(rough).rounded(.down))
        let step = [1.0, 2, 5, 10].map { $0 * power }.first { $0 >= rough } ?? rough
        let first = Int((low / step).rounded(.down))
        let last = max(Int((high / step).rounded(.up)), first + 1)
        // By division where a step is below 1: 3 × 0.1 is not 0.3.
        marks = (first...last).map { step < 1 ? Double($0) / (1 / step).rounded() : Double($0) * step }
    }

    /// How high a value stands, from 0 to 1.
    func share(of value: Double) -> Double {
        guard let low = marks.first, let high = marks.last else { return 0 }
        return (value - low) / (high - low)
    }

    /// In four digits, with `k`, `M` or `G` for thousands: what a margin has room for.
    static func text(_ value: Double) -> String {
        var (rest, unit) = (value, "")
        for next in ["k", "M", "G", "T"] where abs(rest) >= 10_000 || (!unit.isEmpty && abs(rest) >= 1_000) {
            (rest, unit) = (rest / 1_000, next)
        }
        guard rest != 0 else { return "0" }
        let places = max(0, 3 - Int(log10(abs(rest)).rounded(.down)))
        let power = pow(10, Double(min(places, 300)))
        let digits = "\((rest * power).rounded() / power)"
        return (digits.hasSuffix(".0") ? String(digits.dropLast(2)) : digits) + unit
    }
}
