/// What reading a query came to, as a line of JSON.
public enum ParseAnswer {
    /// - Parameter line: `{"q":"…"}`
    /// - Returns: `{"ok":…,"kind":"log"|"metric"|null,"canonical":…,"pretty":…,"errors":[{"message","start","end","line","column"}]}`. Places are
    ///   bytes of the query, from 0; lines and columns (in characters) count from 1.
    public static func text(forCase line: [UInt8], options: QueryOptions = []) -> String {
        let arena = Arena()
        return line.withUnsafeBufferPointer { line in
            var query: Bytes?
            var reader = StrictJSON(text: line, offset: 0, arena: arena)
            do throws(StrictJSON.Problem) {
                try reader.eachField { (key, reader) throws(StrictJSON.Problem) in
                    if key.equals(Bytes("q")) { query = try reader.string() } else { try reader.skip() }
                }
                try reader.end()
            } catch {
                return failure("the line is no case: \(error.message)", error.range)
            }
            guard let query else { return failure("the field `q` is missing", 0..<line.count) }
            return text(for: Array(query), options: options)
        }
    }

    public static func text(for query: [UInt8], options: QueryOptions = []) -> String {
        let parsed = Query(query, options: options)
        var json = JSONOutput()
        guard let expression = parsed.expression else {
            json.write("{\"ok\":false,\"kind\":null,\"canonical\":null,\"pretty\":null,\"errors\":[")
            for (index, error) in parsed.errors.enumerated() {
                if index > 0 { json.write(",") }
                write(error.message, error.range, query, into: &json)
            }
            json.write("]}")
            return json.text
        }
        let isLog = if case .log = expression { true } else { false }
        json.write("{\"ok\":true,\"kind\":\"\(isLog ? "log" : "metric")\",\"canonical\":")
        json.write(quoted: expression.canonical)
        json.write(",\"pretty\":")
        json.write(quoted: expression.pretty)
        json.write(",\"errors\":[]}")
        return json.text
    }

    private static func failure(_ message: String, _ range: Range<Int>) -> String {
        var json = JSONOutput()
        json.write("{\"ok\":false,\"kind\":null,\"canonical\":null,\"pretty\":null,\"errors\":[")
        write(message, range, [], into: &json)
        json.write("]}")
        return json.text
    }

    /// Line and column of a byte, both from 1; columns count characters.
    static func place(_ offset: Int, in query: [UInt8]) -> (line: Int, column: Int) {
        var line = 1
        var column = 1
        for byte in query.prefix(offset) {
            if byte == 0x0A {
                line += 1
                column = 1
            } else if byte & 0xC0 != 0x80 {
                column += 1
            }
        }
        return (line, column)
    }

    private static func write(_ message: String, _ range: Range<Int>, _ query: [UInt8], into json: inout JSONOutput) {
        let (line, column) = place(range.lowerBound, in: query)
        json.write("{\"message\":")
        json.write(quoted: message)
        json.write(",\"start\":\(range.lowerBound),\"end\":\(range.upperBound),\"line\":\(line),\"column\":\(column)}")
    }
}
