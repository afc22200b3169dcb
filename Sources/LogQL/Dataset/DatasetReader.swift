/// A line of a dataset's file that can't be read.
public struct DatasetProblem: Error, Sendable, Equatable {
    /// What was found and expected, in one sentence.
    public let message: String
    /// From 1.
    public let line: Int
    /// In bytes of the file.
    public let range: Range<Int>
}

/// Reads a dataset of JSON lines: `{"labels":{"app":"x"},"ts":"1700000000000000000","line":"…","metadata":{}}`.
public struct DatasetReader {
    private struct Problem: Error {
        let message: String
        let range: Range<Int>
    }

    private let arena = Arena()

    public init() {}

    /// Adds the lines of a file. One that can't be read is told of, and the rest is still read.
    /// - Parameter bytes: in UTF-8.
    public func read(_ bytes: [UInt8], into dataset: inout Dataset) -> [DatasetProblem] {
        var problems: [DatasetProblem] = []
        bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            var number = 1
            while start < bytes.count {
                var end = start
                while end < bytes.count, bytes[end] != 0x0A { end += 1 }
                do throws(Problem) {
                    try readLine(bytes.slice(start, end), into: &dataset)
                } catch {
                    let range = error.range.lowerBound + start..<error.range.upperBound + start
                    problems.append(DatasetProblem(message: error.message, line: number, range: range))
                }
                start = end + 1
                number += 1
            }
        }
        dataset.finish()
        return problems
    }

    private func readLine(_ line: Bytes, into dataset: inout Dataset) throws(Problem) {
        guard let first = JSONScan.token(line, 0) else { return }
        arena.reset()
        var reader = StrictJSON(text: line, offset: first, arena: arena)
        var labels: [Label]?
        var metadata: [Label] = []
        var time: Int64?
        var text: Bytes?
        do {
            try reader.eachField { (key, reader) throws(StrictJSON.Problem) in
                switch key.string {
                case "labels": labels = try reader.labels()
                case "metadata": metadata = try reader.labels()
                case "ts": time = try reader.integer()
                case "line": text = try reader.string()
                default: throw reader.problem("one of `labels`, `ts`, `line` and `metadata`", at: key)
                }
            }
            try reader.end()
        } catch {
            throw Problem(message: error.message, range: error.range)
        }
        for (isThere, name) in [(labels != nil, "labels"), (time != nil, "ts"), (text != nil, "line")] where !isThere {
            throw Problem(message: "the field `\(name)` is missing", range: first..<line.count)
        }
        guard let labels, let time, let text else { return }
        if labels.isEmpty { throw Problem(message: "a stream needs a label at least", range: first..<line.count) }
        dataset.append(LabelSet(labels), time: time, line: text, metadata: metadata)
    }
}

/// JSON read as its standard has it, one value after the other.
struct StrictJSON {
    struct Problem: Error {
        let message: String
        let range: Range<Int>
    }

    let text: Bytes
    var offset: Int
    let arena: Arena

    func problem(_ expected: String, at place: Bytes? = nil) -> Problem {
        var start = min(offset, text.count)
        var end = min(start + 1, text.count)
        if let place, let base = text.baseAddress, let address = place.baseAddress, address >= base,
            address - base + place.count <= text.count
        {
            start = address - base
            end = start + place.count
        }
        let found = start < end ? "`\(text.slice(start, end).string)`" : "the end of the line"
        return Problem(message: "found \(found), expected \(expected)", range: start..<max(start, end))
    }

    private mutating func next() -> UInt8? {
        offset = JSONScan.token(text, offset) ?? text.count
        return offset < text.count ? text[offset] : nil
    }

    private mutating func take(_ byte: UInt8) throws(Problem) {
        guard next() == byte else { throw problem("`\(UnicodeScalar(byte))`") }
        offset += 1
    }

    mutating func eachField(_ body: (Bytes, inout StrictJSON) throws(Problem) -> Void) throws(Problem) {
        try take(UInt8(ascii: "{"))
        if next() == UInt8(ascii: "}") {
            offset += 1
            return
        }
        while true {
            let key = try string()
            try take(UInt8(ascii: ":"))
            try body(key, &self)
            if next() == UInt8(ascii: ",") {
                offset += 1
            } else {
                try take(UInt8(ascii: "}"))
                return
            }
        }
    }

    mutating func end() throws(Problem) {
        if next() != nil { throw problem("the end of the line") }
    }

    mutating func string() throws(Problem) -> Bytes {
        guard next() == UInt8(ascii: "\"") else { throw problem("a string in quotes") }
        let start = offset
        guard let (end, isEscaped) = JSONScan.stringEnd(text, start + 1) else {
            throw problem("a string that is closed")
        }
        offset = end
        let content = text.slice(start + 1, end - 1)
        if content.contains(where: { $0 < 0x20 }) { throw problem("escapes for control characters", at: content) }
        if !content.isASCII, String(validating: content, as: UTF8.self) == nil { throw problem("UTF-8", at: content) }
        guard isEscaped else { return content }
        guard let plain = JSONEscape.unescaped(content, arena) else {
            throw problem("escapes that JSON knows", at: content)
        }
        return plain
    }

    mutating func labels() throws(Problem) -> [Label] {
        var labels: [Label] = []
        try eachField { (key, reader) throws(Problem) in
            labels.append(Label(name: key.string, value: try reader.string().string))
        }
        return labels
    }

    /// A whole number, in quotes or without.
    mutating func integer() throws(Problem) -> Int64 {
        let digits: Bytes
        if next() == UInt8(ascii: "\"") {
            digits = try string()
        } else {
            let start = offset
            while offset < text.count, text[offset].isDigit || text[offset] == UInt8(ascii: "-") { offset += 1 }
            digits = text.slice(start, offset)
        }
        guard let value = Int64(digits.string) else { throw problem("a time in nanoseconds", at: digits) }
        return value
    }
}
