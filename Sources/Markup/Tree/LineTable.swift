/// Where the lines of a text begin and end, by CommonMark's rules: a line ends at `\n`, `\r\n` or `\r`.
struct LineTable: Sendable {
    /// The offset of the first byte of each line.
    private(set) var starts: [Int32] = []
    /// The offset after the last byte of each line, its ending not counted.
    private(set) var ends: [Int32] = []

    var count: Int { starts.count }

    init(capacity: Int) {
        starts.reserveCapacity(capacity)
        ends.reserveCapacity(capacity)
    }

    mutating func append(start: Int, end: Int) {
        starts.append(Int32(truncatingIfNeeded: start))
        ends.append(Int32(truncatingIfNeeded: end))
    }

    func start(_ line: Int) -> Int { Int(starts[line]) }
    func end(_ line: Int) -> Int { Int(ends[line]) }
    func range(_ line: Int) -> Range<Int> { start(line)..<end(line) }

    /// The index of the line that holds `offset`; its ending belongs to it.
    func index(at offset: Int) -> Int {
        var low = 0
        var high = starts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if Int(starts[middle]) <= offset { low = middle } else { high = middle }
        }
        return low
    }
}
