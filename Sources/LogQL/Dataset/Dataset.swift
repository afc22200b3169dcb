/// Lines of logs in memory: what queries run on.
public struct Dataset: Sendable {
    /// The lines of one set of labels, in the order of their times.
    struct Stream: Sendable {
        let labels: LabelSet
        /// By which Loki orders lines of one time.
        let hash: UInt64
        /// In nanoseconds since 1970.
        fileprivate(set) var times: [Int64] = []
        /// All lines, one behind the other.
        fileprivate(set) var bytes: [UInt8] = []
        /// Where each line ends.
        fileprivate(set) var ends: [Int] = []
        /// Of each line: which of the dataset's sets of metadata it has.
        fileprivate(set) var metadata: [Int32] = []
        fileprivate var isSorted = true

        func range(_ line: Int) -> Range<Int> { (line == 0 ? 0 : ends[line - 1])..<ends[line] }
    }

    private(set) var streams: [Stream] = []
    /// The sets of structured metadata that occur; the first has none.
    private(set) var metadata: [[Label]] = [[]]
    private var streamNumbers: [LabelSet: Int] = [:]
    private var metadataNumbers: [[Label]: Int32] = [[]: 0]

    public init() {}

    public var lineCount: Int { streams.reduce(0) { $0 + $1.times.count } }

    /// In bytes, lines alone.
    public var size: Int { streams.reduce(0) { $0 + $1.bytes.count } }

    /// The names of the streams' labels.
    public var labelNames: Set<String> { Set(streams.flatMap { $0.labels.labels.map(\.name) }) }

    /// The times of the first and of the last line, in nanoseconds since 1970.
    public var span: ClosedRange<Int64>? {
        guard let first = streams.compactMap({ $0.times.min() }).min(),
            let last = streams.compactMap({ $0.times.max() }).max()
        else { return nil }
        return first...last
    }

    /// Adds a line. Times may come in any order; call `finish` before queries run.
    /// - Parameter time: in nanoseconds since 1970.
    public mutating func append(
        _ labels: LabelSet, time: Int64, line: some Collection<UInt8>, metadata: [Label] = []
    ) {
        let stream = number(of: labels)
        let named = metadata.map { Label(name: MetadataName.normalized($0.name), value: $0.value) }
        let sorted = named.count > 1 ? named.sorted { $0.name < $1.name } : named
        if let last = streams[stream].times.last, last >= time { streams[stream].isSorted = false }
        streams[stream].times.append(time)
        streams[stream].bytes.append(contentsOf: line)
        streams[stream].ends.append(streams[stream].bytes.count)
        streams[stream].metadata.append(number(of: sorted))
    }

    private mutating func number(of labels: LabelSet) -> Int {
        if let number = streamNumbers[labels] { return number }
        let number = streams.count
        streams.append(Stream(labels: labels, hash: StreamHash.of(labels)))
        streamNumbers[labels] = number
        return number
    }

    private mutating func number(of set: [Label]) -> Int32 {
        if let number = metadataNumbers[set] { return number }
        let number = Int32(truncatingIfNeeded: metadata.count)
        metadata.append(set)
        metadataNumbers[set] = number
        return number
    }

    /// Moves all lines in time.
    /// - Parameter nanoseconds: towards the future; lines that would leave the range of 64 bits stay at its end.
    public mutating func move(by nanoseconds: Int64) {
        for index in streams.indices {
            streams[index].times = streams[index].times.map { time in
                let (moved, overflow) = time.addingReportingOverflow(nanoseconds)
                return overflow ? (nanoseconds > 0 ? .max : .min) : moved
            }
        }
    }

    /// Puts lines in the order of their times. Of lines of a stream that agree in time, text and metadata the first
    /// stays, as in Loki.
    public mutating func finish() {
        for index in streams.indices where !streams[index].isSorted { streams[index].sort() }
    }
}

extension Dataset.Stream {
    fileprivate mutating func sort() {
        let order = times.indices.sorted { (times[$0], $0) < (times[$1], $1) }
        var sorted = Dataset.Stream(labels: labels, hash: hash)
        sorted.bytes.reserveCapacity(bytes.count)
        struct Entry: Hashable {
            let line: ArraySlice<UInt8>
            let metadata: Int32
        }
        var same: Set<Entry> = []
        for index in order {
            let line = bytes[range(index)]
            let entry = Entry(line: line, metadata: metadata[index])
            if sorted.times.last != times[index] { same.removeAll(keepingCapacity: true) }
            guard same.insert(entry).inserted else { continue }
            sorted.times.append(times[index])
            sorted.bytes.append(contentsOf: line)
            sorted.ends.append(sorted.bytes.count)
            sorted.metadata.append(metadata[index])
        }
        self = sorted
    }

    /// The first line at or behind a time.
    func firstIndex(from time: Int64) -> Int {
        var low = 0
        var high = times.count
        while low < high {
            let middle = (low + high) / 2
            if times[middle] < time { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
