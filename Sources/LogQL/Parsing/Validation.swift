/// What Loki refuses though the grammar takes it.
struct Validation {
    private(set) var errors: [SyntaxError] = []
    /// Where reading failed, so that what stands there is not all that was written.
    private let broken: [Range<Int>]

    private let options: QueryOptions

    init(_ syntaxErrors: [SyntaxError] = [], _ options: QueryOptions = []) {
        broken = syntaxErrors.map(\.range)
        self.options = options
    }

    /// Whether nothing can be said of a text, because it holds a variable of Grafana.
    private func isOpen(_ text: String) -> Bool {
        options.contains(.grafana) && GrafanaVariable.isFound(in: text.utf8)
    }

    /// Whether all of a part could be read.
    private func isSound(_ range: Range<Int>) -> Bool {
        !broken.contains { $0.lowerBound <= range.upperBound && $0.upperBound >= range.lowerBound }
    }

    mutating func check(_ expression: Expression) {
        switch expression {
        case .log(let query): check(query)
        case .metric(let metric): check(metric)
        case .variants(let variants):
            // Loki does not look into the variants themselves.
            check(variants.source.query)
        }
    }

    private mutating func fail(_ message: String, _ range: Range<Int>, hint: String? = nil) {
        guard broken.isEmpty || isSound(range) else { return }
        errors.append(SyntaxError(message: message, range: range, hint: hint))
    }

    // MARK: - Log queries

    private mutating func check(_ query: LogQuery) {
        var selects = false
        for matcher in query.matchers {
            check(matcher)
            selects = selects || isOpen(matcher.value) || !Self.matchesEmpty(matcher)
        }
        if !selects {
            let end = query.matchers.last?.range.upperBound ?? query.range.lowerBound + 1
            fail(
                "the selector matches streams without these labels too, so it selects all",
                query.range.lowerBound..<end,
                hint: "add a matcher that does not match the empty value, as in `{app=\"x\"}` or `{app=~\".+\"}`")
        }
        for stage in query.stages { check(stage) }
    }

    private mutating func check(_ matcher: Matcher) {
        guard !isOpen(matcher.value), matcher.operation == .matches || matcher.operation == .notMatches else { return }
        if let problem = Regex("^(?s:\(matcher.value))$")?.problem {
            fail("the regular expression can't be used: \(problem)", matcher.valueRange)
        }
    }

    private static func matchesEmpty(_ matcher: Matcher) -> Bool {
        switch matcher.operation {
        case .equal: matcher.value.isEmpty
        case .notEqual: !matcher.value.isEmpty
        case .matches: Regex("(?s:\(matcher.value))")?.matchesWhole("") ?? true
        case .notMatches: !(Regex("(?s:\(matcher.value))")?.matchesWhole("") ?? false)
        }
    }

    private mutating func check(_ stage: Stage) {
        let place = stage.argumentRange ?? stage.range
        switch stage.kind {
        case .lineFilters(let filters): for filter in filters { check(filter) }
        case .labelFilter(let filter):
            check(filter)
            // One among others Loki leaves alone: it is met by no value.
            if case .address(let condition) = filter { checkAddress(condition.value, condition.range) }
        case .regexp(let text): checkCaptures(text, place)
        case .pattern(let text): checkPattern(text, place)
        case .lineFormat(let text): checkTemplate(text, .line, place)
        case .labelFormat(let formats): check(formats)
        case .drop(let matchers), .keep(let matchers):
            for case .matcher(let matcher) in matchers { check(matcher) }
        case .json(let extractions):
            for extraction in extractions where !isOpen(extraction.path) {
                do {
                    _ = try JSONPath.steps(of: extraction.path)
                } catch {
                    fail("the path `\(extraction.path)` can't be used: \(error.message)", extraction.range)
                }
            }
        case .logfmt(_, let extractions):
            for extraction in extractions
            where !isOpen(extraction.path) && !LogfmtExpressionStage.isKey(extraction.path) {
                fail(
                    "`\(extraction.path)` is no key: letters, digits and underscores", extraction.range,
                    hint:
                        "write a key with other signs in quotes of its own, as in `\(extraction.name)=\"\\\"a.b\\\"\"`")
            }
        case .unpack, .decolorize: break
        }
    }

    private mutating func check(_ filter: LineFilter) {
        if filter.alternatives.count == 1, let only = filter.alternatives.first, only.isAddress {
            guard filter.operation == .contains || filter.operation == .containsNot else {
                return fail("addresses are sought with `|=` and `!=`", filter.range)
            }
            return checkAddress(only.text, only.range)
        }
        for part in filter.alternatives where !isOpen(part.text) {
            switch filter.operation {
            case .matches, .matchesNot:
                if let problem = Regex(part.text)?.problem {
                    fail("the regular expression can't be used: \(problem)", part.range)
                }
            case .pattern, .patternNot:
                let nodes = PatternText.nodes(of: Array(part.text.utf8))
                checkNeighbors(nodes, part.range)
                for case .capture(let name) in nodes where name != "_" {
                    fail("a line filter makes no labels: found `<\(name)>`, expected `<_>`", part.range)
                    break
                }
            case .contains, .containsNot: break
            }
        }
    }

    private mutating func checkAddress(_ text: String, _ range: Range<Int>) {
        if isOpen(text) { return }
        do {
            _ = try AddressMatcher(text)
        } catch {
            fail("`\(text)` is no address, network or range of addresses", range)
        }
    }

    private mutating func checkTemplate(_ text: String, _ purpose: Template.Purpose, _ range: Range<Int>) {
        if isOpen(text) { return }
        do {
            _ = try Template(text, for: purpose)
        } catch {
            fail("the template can't be used: \(error.message)", range)
        }
    }

    private mutating func check(_ formats: [LabelFormat]) {
        var seen = Set<String>()
        for format in formats {
            if !seen.insert(format.name).inserted {
                fail("the label `\(format.name)` is written twice", format.nameRange)
            }
            if format.name == "__error__" { fail("`__error__` can't be formatted", format.nameRange) }
            if !format.isRename { checkTemplate(format.value, .label, format.valueRange) }
        }
    }

    /// A regular expression that makes labels has named groups, each name once.
    private mutating func checkCaptures(_ text: String, _ range: Range<Int>) {
        if isOpen(text) { return }
        guard let regex = Regex(text) else { return }
        if let problem = regex.problem { return fail("the regular expression can't be used: \(problem)", range) }
        let names = regex.groupNames.compactMap { $0 }
        var seen = Set<String>()
        for name in names where !seen.insert(name).inserted {
            fail("the group `\(name)` is written twice", range)
        }
        if names.isEmpty {
            fail(
                "the expression names no group, so it makes no label", range, hint: "name one, as in `(?P<status>\\d+)`"
            )
        }
    }

    /// A pattern has captures with names, each name once, and something between two captures.
    private mutating func checkPattern(_ text: String, _ range: Range<Int>) {
        if isOpen(text) { return }
        let nodes = PatternText.nodes(of: Array(text.utf8))
        var names = Set<String>()
        for case .capture(let name) in nodes where name != "_" && !names.insert(name).inserted {
            fail("the capture `<\(name)>` is written twice", range)
        }
        if names.isEmpty {
            fail(
                "the pattern captures nothing, so it makes no label", range,
                hint: "name what to capture, as in `<status>`")
        }
        checkNeighbors(nodes, range)
    }

    private mutating func checkNeighbors(_ nodes: [PatternText.Node], _ range: Range<Int>) {
        for (first, second) in zip(nodes, nodes.dropFirst()) {
            guard case .capture(let left) = first, case .capture(let right) = second else { continue }
            return fail("nothing stands between `<\(left)>` and `<\(right)>`, so they can't be told apart", range)
        }
    }

    private mutating func check(_ filter: LabelFilter) {
        switch filter {
        case .string(let matcher): check(matcher)
        case .and(let left, let right), .or(let left, let right):
            check(left)
            check(right)
        case .address, .number, .duration, .bytes, .variable: break
        }
    }

    // MARK: - Metrics

    private mutating func check(_ metric: MetricExpression) {
        switch metric {
        case .range(let aggregation): check(aggregation)
        case .vector(let aggregation): check(aggregation.operand)
        case .binary(let operation):
            check(operation.left)
            check(operation.right)
        case .labelReplace(let replace):
            if !isOpen(replace.regex), let problem = Regex("^(?:\(replace.regex))$")?.problem {
                fail("the regular expression can't be used: \(problem)", replace.regexRange)
            }
            check(replace.operand)
        case .literal, .constant, .variable: break
        }
    }

    private static let grouped: Set<String> = [
        "avg_over_time", "stddev_over_time", "stdvar_over_time", "quantile_over_time", "max_over_time", "min_over_time",
        "first_over_time", "last_over_time",
    ]
    private static let overValues: Set<String> = grouped.union([
        "sum_over_time", "rate", "rate_counter", "absent_over_time",
    ])
    private static let overLines: Set<String> = [
        "bytes_over_time", "bytes_rate", "count_over_time", "rate", "absent_over_time",
    ]

    private mutating func check(_ aggregation: RangeAggregation) {
        let name = aggregation.operation
        if let grouping = aggregation.grouping, !Self.grouped.contains(name) {
            fail(
                "`\(name)` takes no grouping", grouping.range,
                hint: "group in an aggregation round it, as in `sum by (x) (\(name)(…))`")
        }
        if !isSound(aggregation.range) {
            // The unwrap may be what could not be read.
        } else if aggregation.source.unwrap != nil {
            if !Self.overValues.contains(name) {
                fail("`\(name)` counts lines, and takes no `unwrap`", aggregation.nameRange)
            }
        } else if !Self.overLines.contains(name) {
            fail(
                "`\(name)` needs values", aggregation.nameRange,
                hint: "make them with `| unwrap label` before the range")
        }
        check(aggregation.source.query)
        for filter in aggregation.source.unwrap?.filters ?? [] { check(filter) }
    }
}
