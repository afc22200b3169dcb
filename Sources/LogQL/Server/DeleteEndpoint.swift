extension LokiStandIn {
    /// Deletes at once, where Loki lets a day pass in which a request can be taken back.
    func delete(_ request: LokiRequest, _ tenant: inout Tenant) throws(Refusal) -> LokiResponse {
        // Without retention Loki has no such address.
        guard settings.allowsDeletes else { return .notFound }
        if request.method == "GET" { return .json(Deletion.json(tenant.deletions, of: tenantName(of: request))) }
        let text = request.urlParameter("query")
        if text.isEmpty { throw .bad("query not set") }
        guard case .log(let query)? = Query(text).expression else { throw .bad("invalid query expression") }
        let startText = request.urlParameter("start")
        if startText.isEmpty { throw .bad("start time not set") }
        guard let start = Self.time(startText) else {
            throw .bad("invalid start time: require unix seconds or RFC3339 format")
        }
        var end = clock()
        let endText = request.urlParameter("end")
        if !endText.isEmpty {
            guard let asked = Self.time(endText) else {
                throw .bad("invalid end time: require unix seconds or RFC3339 format")
            }
            if asked > end { throw .bad("deletes in the future are not allowed") }
            end = asked
        }
        if start >= end { throw .bad("start time can't be greater than or equal to end time") }
        do {
            try tenant.dataset.remove(query, start...end)
        } catch {
            throw .bad(error.message)
        }
        tenant.deletions.append(
            Deletion(
                number: (tenant.deletions.last?.number ?? 0) + 1, query: text, start: start, end: end, created: clock())
        )
        if tenant.deletions.count > Deletion.limit { tenant.deletions.removeFirst() }
        return .done
    }

    /// Whole seconds, or RFC 3339.
    private static func time(_ text: String) -> Int64? {
        if let seconds = Int64(text) {
            return text.utf8.count <= 10 ? seconds * 1_000_000_000 : nil
        }
        return TimeText.rfc3339(Array(text.utf8))
    }
}

extension Dataset {
    /// Takes the lines away that a query finds.
    mutating func remove(_ query: LogQuery, _ time: ClosedRange<Int64>) throws(EngineError) {
        let pipeline: LogPipeline
        do {
            pipeline = try LogPipeline(query, table: LabelTable())
        } catch {
            throw EngineError(message: error.message)
        }
        let matching = Set(try streams(matching: query.matchers).map(\.labels))
        var rest = Dataset()
        for stream in streams {
            let isTouched = matching.contains(stream.labels)
            if isTouched { pipeline.enter(stream.labels) }
            stream.bytes.withUnsafeBufferPointer { bytes in
                for index in stream.times.indices {
                    let range = stream.range(index)
                    let line = bytes.slice(range.lowerBound, range.upperBound)
                    let metadata = metadata[Int(stream.metadata[index])]
                    if isTouched, time.contains(stream.times[index]),
                        pipeline.process(time: stream.times[index], line: line, metadata: metadata) != nil
                    {
                        continue
                    }
                    rest.append(stream.labels, time: stream.times[index], line: line, metadata: metadata)
                }
            }
        }
        rest.finish()
        self = rest
    }
}
