/// A range aggregation: of each series the lines of a window that ends with the step.
final class RangeSource: StepSource {
    fileprivate struct Series {
        let labels: Int32
        var times: [Int64] = []
        var values: [Double] = []
        /// The window that was looked at last.
        var low = 0
        var high = 0
    }

    private let aggregation: RangeAggregation
    private let aggregate: WindowAggregate
    private let table: LabelTable
    private var series: [Series] = []
    /// Series that have lines ahead, or in the window.
    private var active: [Int] = []
    private let absent: Int32?

    init(
        _ aggregation: RangeAggregation, outer: Grouping?, _ dataset: Dataset, _ request: QueryRequest,
        _ table: LabelTable, _ statistics: inout QueryStatistics
    ) throws(EngineError) {
        self.aggregation = aggregation
        self.table = table
        aggregate = WindowAggregate(aggregation)
        absent =
            aggregation.operation == "absent_over_time"
            ? table.number(of: Self.absentLabels(aggregation.source.query.matchers)) : nil
        let extractor: SampleExtractor
        do {
            extractor = try SampleExtractor(aggregation, outer: outer, table: table)
        } catch {
            throw EngineError(message: error.message)
        }
        let streams = try dataset.streams(matching: aggregation.source.query.matchers)
            .sorted { $0.hash < $1.hash }
        series = Self.read(aggregation.source, streams, dataset.metadata, extractor, request, &statistics)
        active = Array(series.indices)
    }

    // MARK: - Reading

    /// The samples of all windows together, by series.
    private static func read(
        _ source: LogRange, _ streams: [Dataset.Stream], _ metadata: [[Label]], _ extractor: SampleExtractor,
        _ request: QueryRequest,
        _ statistics: inout QueryStatistics
    ) -> [Series] {
        let start = (request.start &- source.offset) &- source.interval
        let end = request.end &- source.offset
        var series: [Series] = []
        var numbers: [Int32] = []
        var lines = 0
        var bytes = 0
        var metadataBytes = 0
        var kept = 0
        for stream in streams {
            let first = stream.firstIndex(from: start &+ 1)
            let last = max(first, end == .max ? stream.times.count : stream.firstIndex(from: end &+ 1))
            extractor.enter(stream.labels)
            var added: [Int] = []
            stream.bytes.withUnsafeBufferPointer { text in
                for index in first..<last {
                    let range = stream.range(index)
                    lines += 1
                    let labels = metadata[Int(stream.metadata[index])]
                    bytes += range.count
                    metadataBytes += 8 * labels.count
                    let sample = extractor.process(
                        time: stream.times[index], line: text.slice(range.lowerBound, range.upperBound),
                        metadata: labels)
                    guard let sample else { continue }
                    kept += 1
                    let label = Int(sample.labels)
                    while numbers.count <= label { numbers.append(-1) }
                    if numbers[label] < 0 {
                        numbers[label] = Int32(truncatingIfNeeded: series.count)
                        series.append(Series(labels: sample.labels))
                    }
                    let number = Int(numbers[label])
                    // Lines of several streams meet in one series: they are put in order below.
                    if let last = series[number].times.last, last > stream.times[index] { added.append(number) }
                    series[number].times.append(stream.times[index])
                    series[number].values.append(sample.value)
                }
            }
            for number in Set(added) { series[number].sort() }
        }
        statistics.lines += lines
        statistics.bytes += bytes + metadataBytes
        statistics.metadataBytes += metadataBytes
        statistics.keptLines += kept
        statistics.parses += extractor.parses
        return series
    }

    /// The labels that the selector asks for with `=`, each once.
    private static func absentLabels(_ matchers: [Matcher]) -> LabelSet {
        var labels: [Label] = []
        var dropped: [String] = []
        for matcher in matchers where matcher.name != "__name__" {
            if matcher.operation == .equal, !labels.contains(where: { $0.name == matcher.name }) {
                labels.append(Label(name: matcher.name, value: matcher.value))
            } else {
                dropped.append(matcher.name)
            }
        }
        return LabelSet(labels.filter { !dropped.contains($0.name) && !$0.value.isEmpty })
    }

    // MARK: - Steps

    func samples(at step: Int, time: Int64) throws(EngineError) -> [StepSample] {
        let end = time &- aggregation.source.offset
        let start = end &- aggregation.source.interval
        var samples: [StepSample] = []
        samples.reserveCapacity(active.count)
        var isStale = false
        for index in active {
            series[index].move(start, end)
            let current = series[index]
            if current.low < current.high {
                try refuseError(current.labels)
                let window = current.low..<current.high
                samples.append(
                    StepSample(
                        labels: current.labels, value: aggregate.value(current.times, current.values, window)))
            } else if current.high == current.times.count {
                isStale = true
            }
        }
        if isStale { active.removeAll { series[$0].low == series[$0].times.count } }
        guard let absent else { return samples }
        return samples.isEmpty ? [StepSample(labels: absent, value: 1)] : []
    }

    /// A line with an error makes no number, unless the query asks for such lines.
    private func refuseError(_ labels: Int32) throws(EngineError) {
        let set = table[labels]
        guard let error = set["__error__"], set["__preserve_error__"] != "true" else { return }
        throw EngineError(
            message: "pipeline error: '\(error)' for series: '\(set)'.\n"
                + "Use a label filter to intentionally skip this error. (e.g | __error__!=\"\(error)\").\n"
                + "To skip all potential errors you can match empty errors.(e.g __error__=\"\")\n"
                + "The label filter can also be specified after unwrap. (e.g | unwrap latency | __error__=\"\" )\n")
    }
}

extension RangeSource.Series {
    /// Puts samples in the order of their times; those of one time stay as they are.
    fileprivate mutating func sort() {
        let order = times.indices.sorted { (times[$0], $0) < (times[$1], $1) }
        times = order.map { times[$0] }
        values = order.map { values[$0] }
    }

    /// Slides the window to `start` (exclusive) and `end` (inclusive).
    fileprivate mutating func move(_ start: Int64, _ end: Int64) {
        while high < times.count, times[high] <= end { high += 1 }
        while low < high, times[low] <= start { low += 1 }
    }
}
