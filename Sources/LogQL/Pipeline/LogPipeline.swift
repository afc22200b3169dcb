/// Runs the stages of a query on the lines of one stream after the other.
final class LogPipeline {
    struct Output {
        /// Valid until the next line is given.
        var line: Bytes
        /// Stream labels, metadata and parsed labels together: a number of the table.
        var labels: Int32
    }

    private let stages: [PipelineStage]
    private var labels: LabelBuilder

    init(_ query: LogQuery, table: LabelTable) throws(PipelineError) {
        var names = NameTable()
        let list = try StageList(query.stages, &names)
        stages = list.stages
        let hints = ParserHints(
            names: &names, needed: [], groups: [], isWithout: false, noLabels: false, metric: nil,
            conditions: list.conditions)
        labels = LabelBuilder(names: names, table: table, hints: hints)
    }

    /// How often a parser read a line.
    var parses: Int { labels.parses }

    /// Whether the stream's labels match the selector is asked before.
    func enter(_ stream: LabelSet) { labels.enter(stream) }

    /// Nil where the line is kept out.
    /// - Parameter time: in nanoseconds since 1970.
    func process(time: Int64, line: Bytes, metadata: [Label]) -> Output? {
        guard let line = stages.run(line, time: time, metadata, &labels) else { return nil }
        return Output(line: line, labels: labels.number())
    }
}

extension [PipelineStage] {
    /// The line behind all stages; nil where one keeps it out.
    func run(_ line: Bytes, time: Int64, _ metadata: [Label], _ labels: inout LabelBuilder) -> Bytes? {
        labels.reset()
        if !metadata.isEmpty { labels.add(metadata: metadata) }
        var line = line
        for stage in self where !stage.run(&line, time: time, &labels) { return nil }
        return line
    }
}
