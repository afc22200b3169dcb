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
