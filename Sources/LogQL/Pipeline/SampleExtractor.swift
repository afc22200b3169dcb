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
    private let labels: LabelBuilder
    private let source: Source

    /// - Parameter outer: the grouping of a `sum` round the aggregation, where Loki lets the lines' labels be cut down to it at once
    ///   (`sum` over `rate`, `count_over_time`, `bytes_rate`, `bytes_over_time` and `sum_over_time`); a `sum` without grouping has one without labels.
    init(_ aggregation: RangeAggregation, outer: Grouping?, table: LabelTable) throws(PipelineError) {
        let names = NameTable()
        let list = try StageList(Self.needed(aggregation), names)
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
                let condition = try LabelCondition(filter, names: names)
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
            names: names, needed: needed, groups: groups, isWithout: isWithout, noLabels: noLabels,
            metric: aggregation.source.unwrap?.label, conditions: conditions)
        labels = LabelBuilder(
            names: names, table: table, hints: hints,
            groups: .init(names: groups.map { names.number($0) }, isWithout: isWithout, areNone: noLabels))
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

    func enter(_ stream: LabelSet) { labels.enter(stream) }

    func process(time: Int64, line: Bytes, metadata: [Label]) -> Sample? {
        labels.reset()
        if !metadata.isEmpty { labels.add(metadata: metadata) }
        var line = line
        for stage in stages where !stage.run(&line, time: time, labels) { return nil }
        let value: Double
        switch source {
        case .one: value = 1
        case .lineLength: value = Double(line.count)
        case .label(let name, let conversion):
            guard let text = labels.value(name), !text.isEmpty else { return nil }
            value = convert(text, conversion)
            for filter in filters where !filter.isMet(labels) { return nil }
        }
        return Sample(value: value, labels: labels.groupNumber())
    }

    /// The value of a label that can't be read is 0, with an error.
    private func convert(_ text: Bytes, _ conversion: Unwrap.Conversion?) -> Double {
        let result: Result<Double, GoText.Problem> =
            switch conversion {
            case nil: GoText.float(text)
            case .bytes: GoText.size(text).map { Double($0) }
            case .duration, .durationSeconds: GoText.duration(text).map { Self.seconds($0) }
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
