/// A log query, alone or as the source of a metric.
struct Pipeline {
    let query: LogQuery
    /// The range that the query stands in.
    var source: LogRange?
    /// The range aggregation, in lower case; nil in a log query and in `variants`.
    var operation: String?

    var isMetric: Bool { source != nil }
    var stages: [Stage] { query.stages }

    /// How many stages, line filters and matchers it has.
    var partCount: Int { query.matchers.count + stages.reduce(0) { $0 + max(1, $1.lineFilters.count) } }

    /// The stages in runs over which the line stays the same. A stage that changes the line ends its run.
    var lineRuns: [ArraySlice<Stage>] {
        var runs: [ArraySlice<Stage>] = []
        var start = 0
        for (index, stage) in stages.enumerated() where stage.changesLine {
            runs.append(stages[start...index])
            start = index + 1
        }
        runs.append(stages[start...])
        return runs
    }

    /// Whether equal selectors may be written in another way: `absent_over_time` makes its labels of the matchers with `=`.
    var maySelectOtherwise: Bool { isMetric ? operation != nil && operation != "absent_over_time" : true }

    /// Where the matchers of the selector end.
    var matchersEnd: Int? { query.matchers.last?.range.upperBound }

    /// The labels that streams are known to have: those of the index, else those of the selector.
    func indexLabels(_ options: LintOptions) -> Set<String> {
        (options.indexLabels ?? []).union(query.matchers.map(\.name))
    }
}

extension Stage {
    var changesLine: Bool {
        switch kind {
        case .lineFormat, .unpack, .decolorize: true
        default: false
        }
    }

    /// Whether it makes labels of the line.
    var isParser: Bool { parsedLabels != nil }

    enum ParsedLabels {
        case any
        case named(Set<String>)

        func contains(_ label: String) -> Bool {
            switch self {
            case .any: true
            case .named(let names): names.contains { label == $0 || label == $0 + "_extracted" }
            }
        }
    }

    /// The labels that a parser makes; nil for other stages.
    var parsedLabels: ParsedLabels? {
        switch kind {
        case .json(let extractions), .logfmt(_, let extractions):
            extractions.isEmpty ? .any : .named(Set(extractions.map(\.name)))
        case .regexp(let text): .named(Set(Self.names(in: text, after: "?P<").union(Self.names(in: text, after: "?<"))))
        case .pattern(let text): .named(Self.names(in: text, after: "<"))
        case .unpack: .any
        default: nil
        }
    }

    private static func names(in text: String, after opening: String) -> Set<String> {
        var names = Set<String>()
        for part in text.split(separator: opening, omittingEmptySubsequences: false).dropFirst() {
            names.insert(String(part.prefix { $0 != ">" }))
        }
        return names
    }

    var lineFilters: [LineFilter] { if case .lineFilters(let filters) = kind { filters } else { [] } }

    /// The conditions of a label filter that all must hold.
    var conditions: [LabelFilter] { if case .labelFilter(let filter) = kind { filter.conditions } else { [] } }

    /// Whether the labels of this name may be others after this stage than before it.
    func mayChange(_ label: String) -> Bool {
        switch kind {
        case .labelFormat(let formats): formats.contains { $0.name == label || ($0.isRename && $0.value == label) }
        case .drop(let matchers):
            matchers.contains {
                switch $0 {
                case .name(let name, _): name == label
                case .matcher(let matcher): matcher.name == label
                }
            }
        case .keep: true
        default: parsedLabels?.contains(label) ?? false
        }
    }
}

extension LabelFilter {
    /// The conditions that all must hold; one that offers a choice is a whole.
    var conditions: [LabelFilter] {
        if case .and(let left, let right) = self { left.conditions + right.conditions } else { [self] }
    }

    /// The labels that it looks at.
    var names: [String] {
        switch self {
        case .string(let matcher): [matcher.name]
        case .number(let condition): [condition.name]
        case .duration(let condition), .bytes(let condition): [condition.name]
        case .address(let condition), .variable(let condition): [condition.name]
        case .and(let left, let right), .or(let left, let right): left.names + right.names
        }
    }

    /// Whether it compares a value that may be no number, duration or size, which then is an error.
    var converts: Bool {
        switch self {
        case .number, .duration, .bytes, .variable: true
        case .string, .address: false
        case .and(let left, let right), .or(let left, let right): left.converts || right.converts
        }
    }

    /// Whether it decides by `__error__`.
    var looksAtErrors: Bool { names.contains("__error__") }
}

extension LineFilter {
    /// Its text, where it has one and is told to search for it.
    var soleText: String? { alternatives.count == 1 && !alternatives[0].isAddress ? alternatives[0].text : nil }

    /// Whether it begins with its own operator; the later parts of `!= "a" or "b"` do not.
    func isWhole(in bytes: [UInt8]) -> Bool {
        guard range.lowerBound < bytes.count else { return false }
        let first = bytes[range.lowerBound]
        return first == UInt8(ascii: "|") || first == UInt8(ascii: "!")
    }

    var operatorRange: Range<Int> { range.lowerBound..<range.lowerBound + operation.rawValue.utf8.count }
}

extension Array where Element == LineFilter {
    /// Whether a filter can be taken out or changed without its neighbors: not so in a chain of `!= "a" or "b"`.
    func standsAlone(_ index: Int, in bytes: [UInt8]) -> Bool {
        self[index].isWhole(in: bytes) && (index + 1 >= count || self[index + 1].isWhole(in: bytes))
    }
}
