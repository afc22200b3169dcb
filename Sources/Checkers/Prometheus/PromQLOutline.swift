/// What a PromQL query names, and where: enough to look names up. Whether the query is one is for promtool to say.
struct PromQLOutline: Sendable {
    struct Name: Sendable {
        let text: String
        let range: Range<Int>
    }

    struct Matcher: Sendable {
        let label: Name
        /// `=`, `!=`, `=~`, `!~`
        let operation: String
        /// Without its quotes.
        let value: Name
    }

    /// `name{label="value"}[5m]`
    struct Selector: Sendable {
        var metric: Name?
        var matchers: [Matcher] = []
        var isRange = false
        /// The functions and aggregations that it stands in, innermost first.
        var functions: [String]
    }

    /// `sum by (label) (…)`
    struct Grouping: Sendable {
        let isWithout: Bool
        let labels: [Name]
        /// The name of the aggregation.
        let aggregation: Name
        /// Numbers of the selectors inside.
        var selectors: Range<Int>
        /// The functions and aggregations that it stands in, innermost first.
        let functions: [String]
    }

    private(set) var selectors: [Selector] = []
    private(set) var groupings: [Grouping] = []
    /// Whether brackets are closed as they were opened, and strings end.
    private(set) var isBalanced = true

    private let tokens: [PromQLToken]
    private var next = 0

    init(_ text: [UInt8]) {
        tokens = PromQLToken.all(in: text)
        read(functions: [], closing: nil, depth: 0)
    }

    private var token: PromQLToken? { next < tokens.count ? tokens[next] : nil }

    private mutating func take(_ symbol: String) -> Bool {
        guard token?.isSymbol(symbol) == true else { return false }
        next += 1
        return true
    }

    private mutating func read(functions: [String], closing: String?, depth: Int) {
        guard depth < 200 else {
            isBalanced = false
            next = tokens.count
            return
        }
        while let token {
            if let closing, token.isSymbol(closing) {
                next += 1
                return
            }
            switch token.kind {
            case .word: readWord(functions, depth)
            case .symbol where token.text == "(":
                next += 1
                read(functions: functions, closing: ")", depth: depth + 1)
            case .symbol where token.text == "{":
                selectors.append(Selector(functions: functions))
                readMatchers()
                readRange()
            case .symbol where token.text == "[":
                // A subquery, or a range whose selector was read.
                next += 1
                read(functions: functions, closing: "]", depth: depth + 1)
            case .symbol where [")", "}", "]"].contains(token.text):
                isBalanced = false
                next += 1
            default: next += 1
            }
        }
        if closing != nil { isBalanced = false }
    }

    private static let aggregations: Set<String> = [
        "sum", "avg", "min", "max", "count", "group", "stddev", "stdvar", "topk", "bottomk", "quantile", "count_values",
    ]
    private static let keywords: Set<String> = [
        "and", "or", "unless", "bool", "offset", "atan2", "start", "end", "inf", "nan",
    ]

    private mutating func readWord(_ functions: [String], _ depth: Int) {
        guard let word = token else { return }
        next += 1
        let lower = word.text.lowercased()
        if ["on", "ignoring", "group_left", "group_right"].contains(lower) {
            // Labels of a match are those of both sides, which are looked up where they are grouped.
            if take("(") { _ = readLabels() }
            return
        }
        let isCall = token?.isSymbol("(") ?? false
        if Self.aggregations.contains(lower), isCall || isGroupingWord(token) {
            readAggregation(Name(text: lower, range: word.range), functions, depth)
        } else if isCall, !Self.keywords.contains(lower) {
            next += 1
            read(functions: [lower] + functions, closing: ")", depth: depth + 1)
        } else if !Self.keywords.contains(lower) {
            var selector = Selector(functions: functions)
            selector.metric = Name(text: word.text, range: word.range)
            selectors.append(selector)
            if token?.isSymbol("{") == true { readMatchers() }
            readRange()
        }
    }

    private func isGroupingWord(_ token: PromQLToken?) -> Bool {
        token.map { $0.kind == .word && ["by", "without"].contains($0.text.lowercased()) } ?? false
    }

    private mutating func readAggregation(_ name: Name, _ functions: [String], _ depth: Int) {
        let first = selectors.count
        var grouping = readGrouping()
        if take("(") { read(functions: [name.text] + functions, closing: ")", depth: depth + 1) }
        if grouping == nil { grouping = readGrouping() }
        groupings.append(
            Grouping(
                isWithout: grouping?.isWithout ?? false, labels: grouping?.labels ?? [], aggregation: name,
                selectors: first..<selectors.count, functions: functions))
    }

    private mutating func readGrouping() -> (isWithout: Bool, labels: [Name])? {
        guard let word = token, isGroupingWord(word) else { return nil }
        next += 1
        return (word.text.lowercased() == "without", take("(") ? readLabels() : [])
    }

    private mutating func readLabels() -> [Name] {
        var labels: [Name] = []
        while let token, !token.isSymbol(")") {
            if token.kind == .word { labels.append(Name(text: token.text, range: token.range)) }
            next += 1
        }
        if !take(")") { isBalanced = false }
        return labels
    }

    private mutating func readMatchers() {
        next += 1
        while let token, !token.isSymbol("}") {
            next += 1
            guard token.kind == .word, let operation = self.token, ["=", "!=", "=~", "!~"].contains(operation.text)
            else {
                continue
            }
            next += 1
            guard let value = self.token, value.kind == .string, value.range.count >= 2 else { continue }
            next += 1
            let inner = value.range.lowerBound + 1..<value.range.upperBound - 1
            let matcher = Matcher(
                label: Name(text: token.text, range: token.range), operation: operation.text,
                value: Name(text: String(value.text.dropFirst().dropLast()), range: inner))
            selectors[selectors.count - 1].matchers.append(matcher)
        }
        if !take("}") { isBalanced = false }
    }

    private mutating func readRange() {
        guard token?.isSymbol("[") == true, !selectors.isEmpty else { return }
        selectors[selectors.count - 1].isRange = true
    }
}
