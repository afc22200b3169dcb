extension LokiStandIn {
    func labels(_ request: LokiRequest, _ tenant: Tenant) throws(Refusal) -> LokiResponse {
        let names = Set(try streams(request, tenant).flatMap { $0.labels.labels.map(\.name) })
        return Self.list(names.sorted(), isOmittedWhenEmpty: true)
    }

    func labelValues(_ name: String, _ request: LokiRequest, _ tenant: Tenant) throws(Refusal) -> LokiResponse {
        let values = Set(try streams(request, tenant).compactMap { $0.labels[name] })
        return Self.list(values.sorted(), isOmittedWhenEmpty: true)
    }

    func series(_ request: LokiRequest, _ tenant: Tenant) throws(Refusal) -> LokiResponse {
        let (start, end) = try bounds(request)
        let selectors = request.all("match[]") + request.all("match")
        var found: [LabelSet] = []
        if selectors.isEmpty {
            found = tenant.dataset.streams.filter { $0.hasLines(start, end) }.map(\.labels)
        }
        for selector in selectors {
            found += try matching(selector, tenant).filter { $0.hasLines(start, end) }.map(\.labels)
        }
        var json = JSONOutput()
        json.write("{\"status\":\"success\",\"data\":")
        json.list(Set(found).sorted()) { json, labels in json.write(labels) }
        json.write("}")
        return .json(json.text)
    }

    /// Loki counts chunks that are on disk; there are none here, so each stream is counted as one.
    func indexStats(_ request: LokiRequest, _ tenant: Tenant) throws(Refusal) -> LokiResponse {
        let (start, end) = try bounds(request)
        let streams = try matching(request.parameter("query"), tenant).filter { $0.hasLines(start, end) }
        var (bytes, entries) = (0, 0)
        for stream in streams {
            for index in stream.firstIndex(from: start)..<stream.firstIndex(from: end) {
                bytes += stream.range(index).count
                entries += 1
            }
        }
        return .json(
            "{\"streams\":\(streams.count),\"chunks\":\(streams.count),\"bytes\":\(bytes),\"entries\":\(entries)}")
    }

    /// The streams that have lines in the time asked for, and match the selector, if there is one.
    private func streams(_ request: LokiRequest, _ tenant: Tenant) throws(Refusal) -> [Dataset.Stream] {
        let (start, end) = try bounds(request)
        let selector = request.parameter("query")
        let streams = selector.isEmpty ? tenant.dataset.streams : try matching(selector, tenant)
        return streams.filter { $0.hasLines(start, end) }
    }

    private func matching(_ selector: String, _ tenant: Tenant) throws(Refusal) -> [Dataset.Stream] {
        guard case .log(let query) = try expression(selector), query.stages.isEmpty else {
            throw .bad("parse error : only label matchers are supported")
        }
        do {
            return try tenant.dataset.streams(matching: query.matchers)
        } catch {
            throw .bad(error.message)
        }
    }

    private static func list(_ values: [String], isOmittedWhenEmpty: Bool) -> LokiResponse {
        if values.isEmpty, isOmittedWhenEmpty { return .json("{\"status\":\"success\"}") }
        var json = JSONOutput()
        json.write("{\"status\":\"success\",\"data\":")
        json.list(values) { json, value in json.write(quoted: value) }
        json.write("}")
        return .json(json.text)
    }
}

extension Dataset.Stream {
    func hasLines(_ start: Int64, _ end: Int64) -> Bool {
        let first = firstIndex(from: start)
        return first < times.count && times[first] <= end
    }
}
