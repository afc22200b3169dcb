extension LokiStandIn {
    /// `POST /loki/api/v1/push`, as JSON. What Loki takes as protobuf, compressed by snappy, is refused.
    func push(_ request: LokiRequest, _ tenant: inout Tenant) throws(Refusal) -> LokiResponse {
        let type = request.headers["content-type"] ?? ""
        guard !type.isEmpty else { throw .bad("mime: no media type") }
        guard type.hasPrefix("application/json") else {
            throw Refusal(status: 415, message: "this stand-in for Loki takes application/json only, not \(type)")
        }
        if let encoding = request.headers["content-encoding"], !encoding.isEmpty, encoding != "identity" {
            throw .bad("Content-Encoding \"\(encoding)\" not supported")
        }
        let streams = try PushBody.streams(request.body)
        guard !streams.isEmpty else {
            throw Refusal(status: 422, message: "error at least one valid stream is required for ingestion")
        }
        guard size + request.body.count <= settings.maximumBytes else {
            throw Refusal(
                status: 429,
                message: "this stand-in for Loki keeps \(settings.maximumBytes) bytes at most, and is full")
        }
        var failure: Refusal?
        for stream in streams {
            let labels = settings.discovers ? Discovery.withService(stream.labels) : stream.labels
            if let problem = PushLimits.problem(labels) {
                failure = failure ?? .bad(problem.message)
                tenant.discarded[problem.reason, default: 0] += stream.entries.count
                continue
            }
            for entry in stream.entries {
                if let problem = PushLimits.problem(entry, labels, now: clock()) {
                    failure = failure ?? .bad(problem.message)
                    tenant.discarded[problem.reason, default: 0] += 1
                    continue
                }
                let metadata = settings.discovers ? Discovery.withLevel(entry, labels) : entry.metadata
                tenant.dataset.append(labels, time: entry.time, line: entry.line, metadata: metadata)
                tenant.lines += 1
                tenant.bytes += entry.line.count
            }
        }
        tenant.dataset.finish()
        if let failure { throw failure }
        return .done
    }
}

/// What a push brings.
struct PushedEntry {
    /// In nanoseconds since 1970.
    var time: Int64
    var line: [UInt8]
    var metadata: [Label]
}

/// `{"streams": [{"stream": {…}, "values": [["nanoseconds", "line", {…}]]}]}`
enum PushBody {
    static func streams(_ body: [UInt8]) throws(Refusal) -> [(labels: LabelSet, entries: [PushedEntry])] {
        let arena = Arena()
        var streams: [(labels: LabelSet, entries: [PushedEntry])] = []
        let problem = body.withUnsafeBufferPointer { body -> StrictJSON.Problem? in
            var reader = StrictJSON(text: body, offset: 0, arena: arena)
            do throws(StrictJSON.Problem) {
                try reader.eachField { (key, reader) throws(StrictJSON.Problem) in
                    guard key.equals(Bytes("streams")) else { return try reader.skip() }
                    try reader.eachElement { (reader) throws(StrictJSON.Problem) in
                        streams.append(try stream(&reader))
                    }
                }
                try reader.end()
                return nil
            } catch {
                return error
            }
        }
        if let problem {
            throw .bad("loghttp.PushRequest: \(problem.message), at byte \(problem.range.lowerBound)")
        }
        for stream in streams {
            for label in stream.labels.labels where !isName(label.name) {
                throw .bad("couldn't parse labels: `\(label.name)` is no name of a label")
            }
        }
        return streams
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty && name.utf8.enumerated().allSatisfy { $1.isNameStart || ($0 > 0 && $1.isDigit) }
    }

    private static func stream(
        _ reader: inout StrictJSON
    ) throws(StrictJSON.Problem) -> (labels: LabelSet, entries: [PushedEntry]) {
        var labels: [Label] = []
        var entries: [PushedEntry] = []
        try reader.eachField { (key, reader) throws(StrictJSON.Problem) in
            switch key.string {
            case "stream": labels = try reader.scalars()
            case "values":
                try reader.eachElement { (reader) throws(StrictJSON.Problem) in
                    entries.append(try entry(&reader))
                }
            default: try reader.skip()
            }
        }
        return (LabelSet(labels), entries)
    }

    private static func entry(_ reader: inout StrictJSON) throws(StrictJSON.Problem) -> PushedEntry {
        var entry = PushedEntry(time: 0, line: [], metadata: [])
        var count = 0
        try reader.eachElement { (reader) throws(StrictJSON.Problem) in
            switch count {
            case 0:
                let text = try reader.string()
                guard let time = Int64(text.string) else { throw reader.problem("a time in nanoseconds", at: text) }
                entry.time = time
            case 1: entry.line = Array(try reader.string())
            default: entry.metadata = try reader.scalars()
            }
            count += 1
        }
        if count < 2 { throw reader.problem("a time and a line") }
        return entry
    }
}

/// Loki's limits for what comes in, with their defaults.
enum PushLimits {
    private static let lineBytes = 262_144
    private static let labels = 15
    private static let nameBytes = 1_024
    private static let valueBytes = 2_048
    private static let metadataBytes = 65_536
    private static let metadataCount = 128
    /// How far ahead of the clock a line may be, in nanoseconds.
    private static let future: Int64 = 600_000_000_000

    typealias Problem = (reason: String, message: String)

    static func problem(_ set: LabelSet) -> Problem? {
        if set.labels.isEmpty {
            return ("missing_labels", "error at least one label pair is required per stream")
        }
        let count = set.labels.count - (set["service_name"] == nil ? 0 : 1)
        if count > labels {
            return (
                "max_label_names_per_series", "entry for stream '\(set)' has \(count) label names; limit \(labels)"
            )
        }
        for label in set.labels {
            if label.name.utf8.count > nameBytes {
                return ("label_name_too_long", "stream '\(set)' has label name too long: '\(label.name)'")
            }
            if label.value.utf8.count > valueBytes {
                return ("label_value_too_long", "stream '\(set)' has label value too long: '\(label.value)'")
            }
        }
        return nil
    }

    static func problem(_ entry: PushedEntry, _ set: LabelSet, now: Int64) -> Problem? {
        if entry.time > now &+ future {
            return ("too_far_in_future", "entry for stream '\(set)' has timestamp too new: \(TimeText.iso(entry.time))")
        }
        if entry.line.count > lineBytes {
            return (
                "line_too_long",
                "max entry size '\(lineBytes)' bytes exceeded for stream '\(set)' while adding an entry with length "
                    + "'\(entry.line.count)' bytes"
            )
        }
        let size = entry.metadata.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count }
        if size > metadataBytes {
            return (
                "structured_metadata_too_large",
                "stream '\(set)' has structured metadata too large: '\(size)' bytes, limit: '\(metadataBytes)' bytes. Please "
                    + "see `limits_config.max_structured_metadata_size` or contact your Loki administrator to increase it"
            )
        }
        if entry.metadata.count > metadataCount {
            return (
                "structured_metadata_too_many",
                "stream '\(set)' has too many structured metadata labels: '\(entry.metadata.count)', limit: "
                    + "'\(metadataCount)'. Please see `limits_config.max_structured_metadata_entries_count` or contact your "
                    + "Loki administrator to increase it"
            )
        }
        return nil
    }
}
