/// Runs the stages of a query on the lines of one stream after the other.
final class LogPipeline {
    struct Output {
        /// Valid until the next line is given.
        var line: UnsafeBufferPointer<UInt8>
        /// Stream labels, metadata and parsed labels together: a number of the table.
        var labels: Int32
    }

    let table: LabelTable
    private var stream: Int32 = 0

    init(_ query: LogQuery, table: LabelTable) {
        self.table = table
    }

    /// Whether the stream's labels match the selector is asked before.
    func enter(_ stream: LabelSet) {
        self.stream = table.number(of: stream)
    }

    /// Nil where the line is kept out.
    /// - Parameter time: in nanoseconds since 1970.
    func process(time: Int64, line: UnsafeBufferPointer<UInt8>, metadata: [Label]) -> Output? {
        Output(line: line, labels: stream)
    }
}
