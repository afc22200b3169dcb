/// Answers in the form in which Loki's HTTP interface gives them.
public enum ResultJSON {
    /// - Parameter seconds: what the answer took; nil leaves rates and times 0, so that the same query gives the same text.
    public static func text(_ result: QueryResult, _ statistics: QueryStatistics, seconds: Double? = nil) -> String {
        var json = JSONOutput()
        json.write("{\"status\":\"success\",\"data\":{\"resultType\":\"\(kind(result))\",\"result\":")
        json.write(result)
        json.write(",\"stats\":")
        json.write(statistics, seconds)
        json.write("}}")
        return json.text
    }

    /// The form of a failure.
    public static func error(_ message: String, type: String) -> String {
        var json = JSONOutput()
        json.write("{\"status\":\"error\",\"errorType\":\"\(type)\",\"error\":")
        json.write(quoted: message)
        json.write("}")
        return json.text
    }

    private static func kind(_ result: QueryResult) -> String {
        switch result {
        case .streams: "streams"
        case .vector: "vector"
        case .matrix: "matrix"
        case .scalar: "scalar"
        }
    }
}

extension JSONOutput {
    fileprivate mutating func write(_ result: QueryResult) {
        switch result {
        case .streams(let streams):
            list(streams) { json, stream in
                json.write("{\"stream\":")
                json.write(stream.labels)
                json.write(",\"values\":")
                json.list(stream.entries) { json, entry in
                    json.write("[\"\(entry.time)\",")
                    json.write(quoted: entry.line, escapesMarkup: true)
                    json.write("]")
                }
                json.write("}")
            }
        case .vector(let samples):
            list(samples) { json, sample in
                json.write("{\"metric\":")
                json.write(sample.labels)
                json.write(",\"value\":")
                json.write(sample.point)
                json.write("}")
            }
        case .matrix(let series):
            list(series) { json, series in
                json.write("{\"metric\":")
                json.write(series.labels)
                json.write(",\"values\":")
                json.list(series.points) { json, point in json.write(point) }
                json.write("}")
            }
        case .scalar(let point): write(point)
        }
    }

    private mutating func write(_ point: QueryResult.Point) {
        write("[\(GoNumber.plainText(Double(point.time) / 1000)),\"\(GoNumber.plainText(point.value))\"]")
    }

    mutating func write(_ labels: LabelSet) {
        write("{")
        for (index, label) in labels.labels.enumerated() {
            if index > 0 { write(",") }
            write(quoted: label.name)
            write(":")
            write(quoted: label.value)
        }
        write("}")
    }

    fileprivate mutating func write(_ statistics: QueryStatistics, _ seconds: Double?) {
        func rate(_ amount: Int) -> Int {
            guard let seconds, seconds > 0 else { return 0 }
            return Int(exactly: (Double(amount) / seconds).rounded()) ?? 0
        }
        write("{\"summary\":{")
        write("\"bytesProcessedPerSecond\":\(rate(statistics.bytes)),")
        write("\"linesProcessedPerSecond\":\(rate(statistics.lines)),")
        write("\"totalBytesProcessed\":\(statistics.bytes),\"totalLinesProcessed\":\(statistics.lines),")
        write("\"execTime\":\(GoNumber.plainText(seconds ?? 0)),\"queueTime\":0,\"subqueries\":0,")
        write("\"totalEntriesReturned\":\(statistics.entries),\"splits\":0,\"shards\":0,")
        write(
            "\"totalPostFilterLines\":\(statistics.keptLines),\"totalStructuredMetadataBytesProcessed\":\(statistics.metadataBytes)}}"
        )
    }
}
