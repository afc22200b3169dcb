/// What Loki refuses though the grammar takes it.
struct Validation {
    private(set) var errors: [SyntaxError] = []

    mutating func check(_ expression: Expression) {
        switch expression {
        case .log(let query): check(query)
        case .metric(let metric): check(metric)
        case .variants(let variants):
            check(variants.source.query)
            for metric in variants.metrics { check(metric) }
        }
    }

    private mutating func fail(_ message: String, _ range: Range<Int>, hint: String? = nil) {
        errors.append(SyntaxError(message: message, range: range, hint: hint))
    }

    // MARK: - Log queries

    private mutating func check(_ query: LogQuery) {
        var selects = false
        for matcher in query.matchers {
            check(matcher)
            selects = selects || !Self.matchesEmpty(matcher)
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
        guard matcher.operation == .matches || matcher.operation == .notMatches else { return }
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
        switch stage.kind {
        case .lineFilters(let filters):
            for filter in filters where filter.operation == .matches || filter.operation == .matchesNot {
                for part in filter.alternatives where !part.isAddress {
                    if let problem = Regex(part.text)?.problem {
                        fail("the regular expression can't be used: \(problem)", part.range)
                    }
                }
            }
        case .labelFilter(let filter): check(filter)
        case .regexp(let text): checkCaptures(text, stage.argumentRange ?? stage.range)
        case .labelFormat(let formats):
            var seen = Set<String>()
            for format in formats where !seen.insert(format.name).inserted {
                fail("the label `\(format.name)` is written twice", format.nameRange)
            }
        case .drop(let matchers), .keep(let matchers):
            for case .matcher(let matcher) in matchers { check(matcher) }
        default: break
        }
    }

    /// A regular expression that makes labels has named groups, each name once.
    private mutating func checkCaptures(_ text: String, _ range: Range<Int>) {
        if let problem = Regex(text)?.problem {
            fail("the regular expression can't be used: \(problem)", range)
        } else if !text.contains("(?P<"), !text.contains("(?<") {
            fail(
                "the expression names no group, so it makes no label", range, hint: "name one, as in `(?P<status>\\d+)`"
            )
        }
    }

    private mutating func check(_ filter: LabelFilter) {
        switch filter {
        case .string(let matcher): check(matcher)
        case .and(let left, let right), .or(let left, let right):
            check(left)
            check(right)
        case .number, .duration, .bytes, .address: break
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
            if let problem = Regex("^(?:\(replace.regex))$")?.problem {
                fail("the regular expression can't be used: \(problem)", replace.regexRange)
            }
            check(replace.operand)
        case .literal, .constant: break
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
        if aggregation.source.unwrap != nil {
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
