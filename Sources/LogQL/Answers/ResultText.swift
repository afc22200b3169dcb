import Glibc

/// Answers as people read them: lines of logs one below the other, numbers in a table.
public enum ResultText {
    /// - Returns: lines ended by `\n`; nothing for an empty answer.
    public static func text(_ result: QueryResult, direction: QueryRequest.Direction = .backward) -> String {
        switch result {
        case .streams(let streams): lines(streams, direction)
        case .vector(let samples): vector(samples)
        case .matrix(let series): matrix(series)
        case .scalar(let point): GoNumber.plainText(point.value) + "\n"
        }
    }

    /// In the order of their times; of one time, in the order of their streams' labels.
    private static func lines(_ streams: [QueryResult.Stream], _ direction: QueryRequest.Direction) -> String {
        var entries: [QueryResult.Entry] = streams.flatMap(\.entries)
        let order = entries.indices.sorted { left, right in
            let (a, b) = (entries[left].time, entries[right].time)
            if a != b { return direction == .forward ? a < b : a > b }
            return left < right
        }
        entries = order.map { entries[$0] }
        return entries.map { $0.line.hasSuffix("\n") ? $0.line : $0.line + "\n" }.joined()
    }

    /// A column for each label that occurs, in the order of their names, and the values.
    private static func vector(_ samples: [(labels: LabelSet, point: QueryResult.Point)]) -> String {
        guard !samples.isEmpty else { return "" }
        let names = Set(samples.flatMap { $0.labels.labels.map(\.name) }).sorted()
        return table(
            [names + ["value"]]
                + samples.map { sample in
                    names.map { sample.labels[$0] ?? "" } + [GoNumber.plainText(sample.point.value)]
                })
    }

    /// A column for each series, and a row for each time at which one of them has a value; `-` where the others have none.
    private static func matrix(_ series: [QueryResult.Series]) -> String {
        let times = Set(series.flatMap { $0.points.map(\.time) }).sorted()
        guard !times.isEmpty else { return "" }
        let values = series.map { one in
            Dictionary(one.points.map { ($0.time, $0.value) }, uniquingKeysWith: { first, _ in first })
        }
        return table(
            [["time"] + series.map(\.labels.description)]
                + times.map { time in
                    [TimeText.iso(time &* 1_000_000)] + values.map { $0[time].map(rounded) ?? "-" }
                })
    }

    /// Six digits are more than a reader compares; a rate has sixteen.
    private static func rounded(_ value: Double) -> String {
        guard value.isFinite, value != 0 else { return GoNumber.plainText(value) }
        let places = 5 - Int(log10(abs(value)).rounded(.down))
        let power = pow(10, Double(abs(places)))
        guard power.isFinite else { return GoNumber.plainText(value) }
        return GoNumber.plainText(places > 0 ? (value * power).rounded() / power : (value / power).rounded() * power)
    }

    private static func table(_ rows: [[String]]) -> String {
        let widths = (rows.first ?? []).indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        return rows.map { row in
            let padded = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            let line = padded.joined(separator: "  ")
            return line[..<(line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.startIndex)] + "\n"
        }.joined()
    }
}
