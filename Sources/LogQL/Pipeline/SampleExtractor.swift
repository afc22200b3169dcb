/// Makes a number of each line that a range aggregation reads.
final class SampleExtractor {
    struct Sample {
        var value: Double
        /// The labels by which samples are grouped: a number of the table.
        var labels: Int32
    }

    private enum Source {
        case one
        case lineLength
        case label(Int32, Unwrap.Conversion?)
    }

    private let stages: [PipelineStage]
    private let filters: [LabelCondition]
    private var labels: LabelBuilder
    private let source: Source

    /// - Parameter outer: the grouping of a `sum` round the aggregation, where Loki lets the lines' labels be cut down to it at once
    ///   (`sum` over `rate`, `count_over_time`, `bytes_rate`, `bytes_over_time` and `sum_over_time`); a `sum` without grouping has one without labels.
    init(_ aggregation: RangeAggregation, outer: Grouping?, table: LabelTable) throws(PipelineError) {
        var names = NameTable()
        let list = try StageList(Self.needed(aggregation), &names)
        stages = list.stages
        var needed = list.neededLabels
        var conditions = list.conditions
        let grouping = outer ?? aggregation.grouping
        var groups = (grouping?.labels ?? []).sorted()
        var isWithout = grouping?.isWithout ?? false
        let noLabels =
            aggregation.operation == "absent_over_time"
            || (grouping.map { !$0.isWithout && $0.labels.isEmpty } ?? false)
        var filters: [LabelCondition] = []
        if let unwrap = aggregation.source.unwrap {
            for filter in unwrap.filters {
                let condition = try LabelCondition(filter, names: &names)
                filters.append(condition)
                needed += condition.labels
            }
            if filters.count == 1, filters[0].isSingle { conditions.append(filters[0]) }
            if groups.isEmpty || isWithout {
                isWithout = true
                groups = (groups + [unwrap.label]).sorted()
            }
            source = .label(names.number(unwrap.label), unwrap.conversion)
        } else {
            source = aggregation.operation.hasPrefix("bytes") ? .lineLength : .one
        }
        self.filters = filters
        let hints = ParserHints(
            names: &names, needed: needed, groups: groups, isWithout: isWithout, noLabels: noLabels,
            metric: aggregation.source.unwrap?.label, conditions: conditions)
        let groupNumbers = groups.map { (name: String) -> Int32 in names.number(name) }
        labels = LabelBuilder(
            names: names, table: table, hints: hints,
            groups: .init(names: groupNumbers, isWithout: isWithout, areNone: noLabels))
    }

    /// A format of the line that nothing behind it reads is left out, errors of its template with it.
    private static func needed(_ aggregation: RangeAggregation) -> [Stage] {
        let stages = aggregation.source.query.stages
        if aggregation.operation.hasPrefix("bytes") { return stages }
        return stages.enumerated().filter { index, stage in
            guard case .lineFormat = stage.kind else { return true }
            return stages[index...].contains { later in
                switch later.kind {
                case .json, .logfmt, .regexp, .pattern, .unpack, .lineFilters: true
                default: false
                }
            }
        }.map(\.element)
    }

    /// How often a parser read a line.
    var parses: Int { labels.parses }

    func enter(_ stream: LabelSet) { labels.enter(stream) }

    func process(time: Int64, line: Bytes, metadata: [Label]) -> Sample? {
        guard let line = stages.run(line, time: time, metadata, &labels),
            let value = Self.value(source, filters, line, &labels)
        else { return nil }
        return Sample(value: value, labels: labels.groupNumber())
    }

    private static func value(
        _ source: Source, _ filters: [LabelCondition], _ line: Bytes, _ labels: inout LabelBuilder
    ) -> Double? {
        switch source {
        case .one: return 1
        case .lineLength: return Double(line.count)
        case .label(let name, let conversion):
            guard let text = labels.value(name), !text.isEmpty else { return nil }
            let value = convert(text, conversion, &labels)
            for filter in filters where !filter.isMet(&labels) { return nil }
            return value
        }
    }

    /// The value of a label that can't be read is 0, with an error.
    private static func convert(
        _ text: Bytes, _ conversion: Unwrap.Conversion?, _ labels: inout LabelBuilder
    ) -> Double {
        let result: Result<Double, GoText.Problem> =
            switch conversion {
            case nil: GoText.float(text)
            case .bytes: GoText.size(text).map { Double($0) }
            case .duration, .durationSeconds: GoText.duration(text).map { seconds($0) }
            }
        switch result {
        case .success(let value): return value
        case .failure(let problem):
            labels.error = Bytes("SampleExtractionErr")
            labels.errorDetails = labels.arena.copy(problem.text)
            return 0
        }
    }

    /// As Go turns a duration into seconds: whole ones and the rest apart.
    private static func seconds(_ nanoseconds: Int64) -> Double {
        Double(nanoseconds / 1_000_000_000) + Double(nanoseconds % 1_000_000_000) / 1e9
    }
}
