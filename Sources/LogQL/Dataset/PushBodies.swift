/// A dataset as what Loki takes in: bodies of `POST /loki/api/v1/push`.
public struct PushBodies: Sequence {
    private let dataset: Dataset
    private let moved: Int64
    private let size: Int

    /// - Parameters:
    ///   - moved: nanoseconds that all lines are moved by, towards the future.
    ///   - size: about the greatest size of a body, in bytes; a longer line still makes one.
    public init(_ dataset: Dataset, movedBy moved: Int64 = 0, size: Int = 512 << 10) {
        self.dataset = dataset
        self.moved = moved
        self.size = size
    }

    public func makeIterator() -> AnyIterator<[UInt8]> {
        var stream = 0
        var line = 0
        return AnyIterator {
            while stream < dataset.streams.count, line == dataset.streams[stream].times.count {
                stream += 1
                line = 0
            }
            guard stream < dataset.streams.count else { return nil }
            return body(of: dataset.streams[stream], from: &line)
        }
    }

    /// The lines of one stream, as many as there is room for.
    private func body(of stream: Dataset.Stream, from line: inout Int) -> [UInt8] {
        var json = JSONOutput()
        json.write("{\"streams\":[{\"stream\":")
        write(stream.labels.labels, into: &json)
        json.write(",\"values\":[")
        let first = line
        while line < stream.times.count, line == first || json.bytes.count < size {
            if line > first { json.write(",") }
            json.write("[\"\(stream.times[line].addingReportingOverflow(moved).partialValue)\",")
            json.write(quoted: String(decoding: stream.bytes[stream.range(line)], as: UTF8.self))
            let metadata = dataset.metadata[Int(stream.metadata[line])]
            if !metadata.isEmpty {
                json.write(",")
                write(metadata, into: &json)
            }
            json.write("]")
            line += 1
        }
        json.write("]}]}")
        return json.bytes
    }

    private func write(_ labels: [Label], into json: inout JSONOutput) {
        json.write("{")
        for (index, label) in labels.enumerated() {
            if index > 0 { json.write(",") }
            json.write(quoted: label.name)
            json.write(":")
            json.write(quoted: label.value)
        }
        json.write("}")
    }
}
