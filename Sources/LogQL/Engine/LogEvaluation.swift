/// Runs a log query.
struct LogEvaluation {
    let query: LogQuery
    let request: QueryRequest
    let dataset: Dataset

    /// How far a query of one moment looks back, in nanoseconds.
    private static let lookBack: Int64 = 30_000_000_000

    private struct Found {
        let time: Int64
        let line: String
        let labels: Int32
        let hash: UInt64
    }

    func run(_ statistics: inout QueryStatistics) throws(EngineError) -> QueryResult {
        let table = LabelTable()
        let pipeline: LogPipeline
        do {
            pipeline = try LogPipeline(query, table: table)
        } catch {
            throw EngineError(message: error.message)
        }
        var found: [Found] = []
        for stream in try dataset.streams(matching: query.matchers) {
            found += lines(of: stream, pipeline, &statistics)
        }
        statistics.parses += pipeline.parses
        // Of one stream, lines of one time stay in their order.
        let isForward = request.direction == .forward
        let order = found.indices.sorted { first, second in
            let (left, right) = (found[first], found[second])
            if left.time != right.time { return isForward ? left.time < right.time : left.time > right.time }
            return left.hash != right.hash ? left.hash < right.hash : first < second
        }
        return .streams(grouped(order.prefix(max(0, request.limit)).map { found[$0] }, table))
    }

    /// At most as many lines as the answer may have.
    private func lines(
        of stream: Dataset.Stream, _ pipeline: LogPipeline, _ statistics: inout QueryStatistics
    ) -> [Found] {
        let start = request.isInstant ? request.start - Self.lookBack : request.start
        let first = stream.firstIndex(from: start)
        let last = max(first, stream.firstIndex(from: request.end))
        var found: [Found] = []
        pipeline.enter(stream.labels)
        stream.bytes.withUnsafeBufferPointer { bytes in
            for offset in 0..<last - first where found.count < request.limit {
                let index = request.direction == .forward ? first + offset : last - 1 - offset
                let range = stream.range(index)
                statistics.lines += 1
                let metadata = dataset.metadata[Int(stream.metadata[index])]
                statistics.metadataBytes += 8 * metadata.count
                statistics.bytes += range.count + 8 * metadata.count
                let output = pipeline.process(
                    time: stream.times[index], line: bytes.slice(range.lowerBound, range.upperBound),
                    metadata: metadata)
                guard let output else { continue }
                statistics.keptLines += 1
                found.append(
                    Found(
                        time: stream.times[index], line: output.line.string, labels: output.labels,
                        hash: stream.hash))
            }
        }
        return found
    }

    private func grouped(_ lines: [Found], _ table: LabelTable) -> [QueryResult.Stream] {
        var streams: [Int32: [QueryResult.Entry]] = [:]
        for line in lines { streams[line.labels, default: []].append(.init(time: line.time, line: line.line)) }
        return streams.map { (key: table[$0].description, stream: QueryResult.Stream(labels: table[$0], entries: $1)) }
            .sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }.map(\.stream)
    }
}
