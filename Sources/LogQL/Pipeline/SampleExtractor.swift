/// Makes a number of each line that a range aggregation reads.
final class SampleExtractor {
    struct Sample {
        var value: Double
        /// The labels by which samples are grouped: a number of the table.
        var labels: Int32
    }

    let table: LabelTable
    private var stream: Int32 = 0

    /// - Parameter outer: the grouping of a `sum` round the aggregation, where Loki lets the lines' labels be cut down to it at once
    ///   (`sum` over `rate`, `count_over_time`, `bytes_rate`, `bytes_over_time` and `sum_over_time`); a `sum` without grouping has one without labels.
    init(_ aggregation: RangeAggregation, outer: Grouping?, table: LabelTable) {
        self.table = table
    }

    func enter(_ stream: LabelSet) {
        self.stream = table.number(of: stream)
    }

    func process(time: Int64, line: UnsafeBufferPointer<UInt8>, metadata: [Label]) -> Sample? {
        Sample(value: 1, labels: stream)
    }
}
