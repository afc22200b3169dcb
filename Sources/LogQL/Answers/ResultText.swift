/// Answers as people read them: lines of logs one below the other, numbers in a table.
public enum ResultText {
    /// - Returns: lines ended by `\n`; nothing for an empty answer.
    public static func text(_ result: QueryResult, direction: QueryRequest.Direction = .backward) -> String {
        switch result {
        case .streams(let streams): lines(streams, direction)
        case .vector(let samples):
            table(samples.map { ($0.labels, [GoNumber.plainText($0.point.value)]) }, columns: ["value"])
        case .matrix(let series):
            table(
                series.flatMap { one in
                    one.points.map { (one.labels, [time($0.time), GoNumber.plainText($0.value)]) }
                }, columns: ["time", "value"])
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
    private static func table(_ rows: [(labels: LabelSet, values: [String])], columns: [String]) -> String {
        guard !rows.isEmpty else { return "" }
        let names = Set(rows.flatMap { $0.labels.labels.map(\.name) }).sorted()
        let cells = [names + columns] + rows.map { row in names.map { row.labels[$0] ?? "" } + row.values }
        let widths = (0..<names.count + columns.count).map { column in cells.map { $0[column].count }.max() ?? 0 }
        return cells.map { row in
            let padded = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
            let line = padded.joined(separator: "  ")
            return line[..<(line.lastIndex { $0 != " " }.map { line.index(after: $0) } ?? line.startIndex)] + "\n"
        }.joined()
    }

    /// - Parameter milliseconds: since 1970.
    private static func time(_ milliseconds: Int64) -> String { TimeText.iso(milliseconds &* 1_000_000) }
}
