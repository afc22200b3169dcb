/// Makes the stages of a query, in the order in which Loki runs them.
struct StageList {
    let stages: [PipelineStage]

    init(_ query: [Stage], _ names: inout NameTable) throws(PipelineError) {
        var stages: [PipelineStage] = []
        for stage in Self.reordered(query) {
            if let made = try Self.make(stage, &names) { stages.append(made) }
        }
        self.stages = stages
    }

    var neededLabels: [String] { stages.flatMap(\.neededLabels) }

    /// Label filters on one label, which a parser asks while it reads.
    var conditions: [LabelCondition] {
        stages.compactMap { ($0 as? LabelFilterStage)?.condition }.filter(\.isSingle)
    }

    /// Line filters go before the parsers and formats of labels that stand before them: they are cheaper. None goes before what
    /// changes the line, or before a label filter.
    private static func reordered(_ query: [Stage]) -> [Stage.Kind] {
        var result: [Stage.Kind] = []
        var filters: [LineFilter] = []
        var others: [Stage.Kind] = []
        func flush() {
            if !filters.isEmpty { result.append(.lineFilters(filters)) }
            result += others
            filters = []
            others = []
        }
        for stage in query {
            switch stage.kind {
            case .labelFilter:
                flush()
                result.append(stage.kind)
            case .lineFilters(let more): filters += more
            case .lineFormat, .unpack:
                others.append(stage.kind)
                flush()
            default: others.append(stage.kind)
            }
        }
        flush()
        return result
    }

    /// Nil where the stage keeps every line as it is.
    private static func make(_ kind: Stage.Kind, _ names: inout NameTable) throws(PipelineError) -> PipelineStage? {
        switch kind {
        case .lineFilters(let filters):
            var tests: [TextTest] = []
            for filter in filters {
                let test = try TextTest.line(filter)
                if !test.isAlways { tests.append(test) }
            }
            return tests.isEmpty ? nil : LineFilterStage(tests)
        case .labelFilter(let filter):
            let condition = try LabelCondition(filter, names: &names)
            return condition.isAlways ? nil : LabelFilterStage(condition)
        case .json(let extractions):
            return extractions.isEmpty ? JSONStage() : try JSONExpressionStage(extractions, &names)
        case .logfmt(let flags, let extractions):
            return extractions.isEmpty ? LogfmtStage(flags) : LogfmtExpressionStage(extractions, flags, &names)
        case .regexp(let text): return try RegexpStage(text, &names)
        case .pattern(let text): return PatternStage(text, &names)
        case .unpack: return UnpackStage()
        case .decolorize: return try DecolorizeStage.made()
        case .drop(let matchers): return try DropStage(matchers, &names)
        case .keep(let matchers): return try KeepStage(matchers, &names)
        case .lineFormat(let text): return try LineFormatStage(text, &names)
        case .labelFormat(let formats): return try LabelFormatStage(formats, &names)
        }
    }
}
