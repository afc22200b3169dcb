/// The answer to a query.
public enum QueryResult: Sendable {
    public struct Entry: Sendable {
        /// In nanoseconds since 1970.
        public let time: Int64
        public let line: String
    }

    public struct Stream: Sendable {
        public let labels: LabelSet
        public internal(set) var entries: [Entry]
    }

    public struct Point: Sendable {
        /// In milliseconds since 1970.
        public let time: Int64
        public let value: Double
    }

    public struct Series: Sendable {
        public let labels: LabelSet
        public internal(set) var points: [Point]
    }

    /// Lines, by their labels.
    case streams([Stream])
    /// A value of each series at one moment.
    case vector([(labels: LabelSet, point: Point)])
    /// Values of each series at each step.
    case matrix([Series])
    case scalar(Point)
}

/// What it took to answer.
public struct QueryStatistics: Sendable, Equatable {
    /// Lines that were read, before any stage.
    public var lines = 0
    /// Their bytes, with those of their metadata.
    public var bytes = 0
    /// Loki counts two references of four bytes for each label of metadata.
    public var metadataBytes = 0
    /// How often a parser (`json`, `logfmt`, `regexp`, `pattern`, `unpack`) read a line. Loki does not count it.
    public var parses = 0
    /// Lines that all stages kept.
    public var keptLines = 0
    /// Lines or values in the answer.
    public var entries = 0

    public init() {}
}

extension QueryResult {
    /// The same with so many lines at most, the newest; of one time, those of the streams that come first.
    public func limited(to count: Int) -> QueryResult {
        guard case .streams(let streams) = self else { return self }
        let times = streams.flatMap { $0.entries.map(\.time) }
        guard times.count > count, count > 0 else { return self }
        let oldest = times.sorted(by: >)[count - 1]
        var room = count - times.count { $0 > oldest }
        return .streams(
            streams.map { stream in
                var stream = stream
                stream.entries.removeAll { entry in
                    guard entry.time == oldest else { return entry.time < oldest }
                    room -= 1
                    return room < 0
                }
                return stream
            })
    }
}
