/// Answers in the form in which Loki's HTTP interface gives them.
public struct ResultJSON {
    private var output: [UInt8] = []

    /// - Parameter seconds: what the answer took; nil leaves rates and times 0, so that the same query gives the same text.
    public static func text(_ result: QueryResult, _ statistics: QueryStatistics, seconds: Double? = nil) -> String {
        var json = ResultJSON()
        json.write("{\"status\":\"success\",\"data\":{\"resultType\":\"\(kind(result))\",\"result\":")
        json.write(result)
        json.write(",\"stats\":")
        json.write(statistics, seconds)
        json.write("}}")
        return String(decoding: json.output, as: UTF8.self)
    }

    /// The form of a failure.
    public static func error(_ message: String, type: String) -> String {
        var json = ResultJSON()
        json.write("{\"status\":\"error\",\"errorType\":\"\(type)\",\"error\":")
        json.write(quoted: message, escapesMarkup: false)
        json.write("}")
        return String(decoding: json.output, as: UTF8.self)
    }

    private static func kind(_ result: QueryResult) -> String {
        switch result {
        case .streams: "streams"
        case .vector: "vector"
        case .matrix: "matrix"
        case .scalar: "scalar"
        }
    }

    // MARK: - Values

    private mutating func write(_ result: QueryResult) {
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

    private mutating func write(_ labels: LabelSet) {
        write("{")
        for (index, label) in labels.labels.enumerated() {
            if index > 0 { write(",") }
            write(quoted: label.name, escapesMarkup: false)
            write(":")
            write(quoted: label.value, escapesMarkup: false)
        }
        write("}")
    }

    private mutating func list<Element>(_ elements: [Element], _ body: (inout ResultJSON, Element) -> Void) {
        write("[")
        for (index, element) in elements.enumerated() {
            if index > 0 { write(",") }
            body(&self, element)
        }
        write("]")
    }

    private mutating func write(_ statistics: QueryStatistics, _ seconds: Double?) {
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
        write("\"totalPostFilterLines\":\(statistics.keptLines),\"totalStructuredMetadataBytesProcessed\":0}}")
    }

    // MARK: - Text

    private mutating func write(_ text: String) { output += text.utf8 }

    /// - Parameter escapesMarkup: whether `<`, `>` and `&` are escaped, as in lines of logs.
    private mutating func write(quoted text: String, escapesMarkup: Bool) {
        output.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": write("\\\"")
            case "\\": write("\\\\")
            case "\n": write("\\n")
            case "\r": write("\\r")
            case "\t": write("\\t")
            case "<" where escapesMarkup, ">" where escapesMarkup, "&" where escapesMarkup: escape(scalar)
            case "\u{2028}" where escapesMarkup, "\u{2029}" where escapesMarkup: escape(scalar)
            case _ where scalar.value < 0x20: escape(scalar)
            default: output += Array(UTF8.encode(scalar) ?? .init())
            }
        }
        output.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ scalar: Unicode.Scalar) {
        let digits = String(scalar.value, radix: 16)
        write("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
    }
}
