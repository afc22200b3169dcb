import Diagnostics

/// What an `output {chart}` draws: the series of a query over a range.
///
/// Read is the text that is held against what the query prints, so the picture shows proven figures: a column `time`, and one for
/// each series, two blanks or more between them.
struct LineChart: Equatable, Sendable {
    struct Series: Equatable, Sendable {
        let name: String
        /// One for each time; nil where there is none, or none that can be drawn.
        var values: [Double?] = []
    }

    /// As they are written.
    private(set) var times: [String] = []
    /// In seconds from the first on.
    private(set) var seconds: [Int] = []
    private(set) var series: [Series] = []

    /// Nil where something is wrong with the text.
    init?(_ block: CodeBlock, into diagnostics: inout [Diagnostic]) {
        let map = block.map
        let before = diagnostics.count
        let body = Array(block.body)
        var lines = Self.lines(of: body)
        guard !lines.isEmpty else {
            diagnostics.append(ChartOutput.empty(at: block.document.origin(of: block.fenceRange)))
            return nil
        }
        let head = lines.removeFirst()
        let names = Self.cells(head, of: body).map { String(decoding: body[$0], as: UTF8.self) }
        guard names.first == "time", names.count > 1 else {
            diagnostics.append(ChartOutput.noTimes(at: map.origin(of: head)))
            return nil
        }
        series = names.dropFirst().map { Series(name: Self.name(of: $0)) }
        var first: CalendarDate?
        for line in lines {
            let cells = Self.cells(line, of: body)
            guard cells.count == names.count else {
                diagnostics.append(
                    ChartOutput.cells(cells.count, expected: names.count, at: map.origin(of: line)))
                continue
            }
            let texts = cells.map { String(decoding: body[$0], as: UTF8.self) }
            if let second = Self.second(of: texts[0], since: &first) {
                if let last = seconds.last, second <= last {
                    diagnostics.append(ChartOutput.earlier(texts[0], at: map.origin(of: cells[0])))
                }
                times.append(texts[0])
                seconds.append(second)
            } else {
                diagnostics.append(ChartOutput.noTime(texts[0], at: map.origin(of: cells[0])))
            }
            for column in series.indices {
                let text = texts[column + 1]
                let value = text == "-" ? nil : Double(text)
                if value == nil, text != "-" {
                    diagnostics.append(ChartOutput.noNumber(text, at: map.origin(of: cells[column + 1])))
                }
                series[column].values.append(value.flatMap { $0.isFinite ? $0 : nil })
            }
        }
        guard diagnostics.count == before else { return nil }
        guard times.count > 1, series.contains(where: { $0.values.contains { $0 != nil } }) else {
            diagnostics.append(ChartOutput.empty(at: block.document.origin(of: block.fenceRange)))
            return nil
        }
    }

    /// `level="error"` of `{level="error"}`.
    private static func name(of head: String) -> String {
        head.hasPrefix("{") && head.hasSuffix("}") ? String(head.dropFirst().dropLast()) : head
    }

    /// Those that hold something, without the blanks at their ends.
    private static func lines(of body: [UInt8]) -> [Range<Int>] {
        body.split(separator: .newline).compactMap { line in
            guard let first = line.firstIndex(where: { !$0.isSpaceCharacter }) else { return nil }
            return first..<(line.lastIndex { !$0.isSpaceCharacter } ?? first) + 1
        }
    }

    /// What stands between two blanks or more; blanks in quotes are part of a label's value.
    private static func cells(_ line: Range<Int>, of body: [UInt8]) -> [Range<Int>] {
        var cells: [Range<Int>] = []
        var (start, offset, isQuoted) = (line.lowerBound, line.lowerBound, false)
        while offset < line.upperBound {
            if isQuoted, body[offset] == .backslash {
                offset += 2
            } else if !isQuoted, body[offset...].starts(with: [.space, .space]) {
                cells.append(start..<offset)
                while body[offset] == .space { offset += 1 }
                start = offset
            } else {
                if body[offset] == .quote { isQuoted.toggle() }
                offset += 1
            }
        }
        return cells + [start..<line.upperBound]
    }

    /// The seconds of `2026-11-20T14:05:00Z` since the beginning of a first day.
    private static func second(of text: String, since first: inout CalendarDate?) -> Int? {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard parts.count == 2, let date = CalendarDate(parts[0]), parts[1].utf8.count == 9, parts[1].hasSuffix("Z")
        else { return nil }
        let clock = parts[1].dropLast().split(separator: ":", omittingEmptySubsequences: false)
        guard clock.map(\.utf8.count) == [2, 2, 2], let hour = Int(clock[0]), let minute = Int(clock[1]),
            let second = Int(clock[2]), (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second)
        else { return nil }
        let start = first ?? date
        first = start
        return start.days(until: date) * 86_400 + hour * 3_600 + minute * 60 + second
    }
}

extension Document {
    func checkOutputCharts(into diagnostics: inout [Diagnostic]) {
        for block in codeBlocks {
            guard let attribute = block.attributes?["chart"] else { continue }
            if block.language == "output" {
                _ = LineChart(block, into: &diagnostics)
            } else {
                diagnostics.append(ChartOutput.notOutput(at: origin(of: attribute.range)))
            }
        }
    }
}
