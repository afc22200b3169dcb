extension Parser {
    private static let rangeOperations: Set<Keyword> = [
        .rate, .rateCounter, .countOverTime, .bytesRate, .bytesOverTime, .avgOverTime, .sumOverTime, .minOverTime,
        .maxOverTime, .stdvarOverTime, .stddevOverTime, .quantileOverTime, .firstOverTime, .lastOverTime,
        .absentOverTime,
    ]
    private static let vectorOperations: Set<Keyword> = [
        .sum, .avg, .max, .min, .count, .stddev, .stdvar, .bottomk, .topk, .sort, .sortDescending, .approximateTopk,
    ]

    /// An aggregation, a literal, `vector` or `label_replace`.
    mutating func metric() throws -> MetricExpression {
        let start = token.range.lowerBound
        switch token.kind {
        case .number, .keyword(.add), .keyword(.subtract):
            let value = try signedNumber()
            return .literal(value, start..<lastEnd)
        case .keyword(let keyword) where Self.rangeOperations.contains(keyword): return .range(try rangeAggregation())
        case .keyword(let keyword) where Self.vectorOperations.contains(keyword):
            return .vector(try vectorAggregation())
        case .keyword(.vector):
            _ = advance()
            let opener = try expect(.openParenthesis)
            var value = 0.0
            if isVariable(token), following.is(.closeParenthesis) {
                let name = advance().text
                _ = advance()
                return .variable("vector(\(name))", start..<lastEnd)
            }
            do {
                guard token.kind == .number else { throw unexpected("a number") }
                value = try number()
                try close(opener, by: .closeParenthesis)
            } catch {
                try resume(behind: .closeParenthesis)
            }
            return .constant(value, start..<lastEnd)
        case .keyword(.labelReplace): return .labelReplace(try labelReplace())
        case .identifier where isVariable(token):
            let name = advance()
            return .variable(name.text, name.range)
        case .identifier where following.is(.openParenthesis): return try unknownFunction()
        default: return try missingExpression()
        }
    }

    // MARK: - Ranges

    private mutating func rangeAggregation() throws -> RangeAggregation {
        let name = advance()
        if at(.by) || at(.without) { try misplacedGrouping(of: name) }
        let opener = try expect(.openParenthesis)
        var parameter: Double?
        var parameterVariable: String?
        var source = emptyRange(from: name.range.lowerBound)
        do {
            if isVariable(token), following.is(.comma) {
                parameterVariable = advance().text
                _ = advance()
            } else if token.kind == .number {
                let text = token
                parameter = try number()
                if !name.is(.quantileOverTime) { fail("`\(name.text)` takes no parameter", text.range) }
                try expect(.comma)
            } else if name.is(.quantileOverTime), !(try passesBadParameter("a number")) {
                fail(
                    "`quantile_over_time` needs a parameter", name.range,
                    hint: "write the quantile first, as in `quantile_over_time(0.95, …)`")
            }
            source = try logRange()
            try close(opener, by: .closeParenthesis)
        } catch {
            try resume(behind: .closeParenthesis)
        }
        let grouping = try grouping()
        return RangeAggregation(
            operation: name.text.lowercased(), parameter: parameter, source: source, grouping: grouping,
            range: name.range.lowerBound..<lastEnd, nameRange: name.range, parameterVariable: parameterVariable)
    }

    /// `by (labels)` or `without (labels)`, if it stands here.
    mutating func grouping() throws -> Grouping? {
        guard at(.by) || at(.without) else { return nil }
        let word = advance()
        let list = try labelList()
        return Grouping(
            isWithout: word.is(.without), labels: list.labels, labelRanges: list.ranges,
            range: word.range.lowerBound..<lastEnd)
    }

    /// The range may stand before or behind the stages, with parentheses round either part.
    mutating func logRange() throws -> LogRange {
        try nested { parser in
            let start = parser.token.range.lowerBound
            guard parser.at(.openParenthesis) else { return try parser.bareRange(from: start) }
            let opener = parser.advance()
            if parser.at(.openParenthesis) {
                let inner = try parser.logRange()
                try parser.close(opener, by: .closeParenthesis)
                return inner
            }
            return try parser.parenthesizedRange(from: start, opener)
        }
    }

    private mutating func bareRange(from start: Int) throws -> LogRange {
        var query = try selector()
        if token.kind == .range { return try rangeFirst(&query, from: start) }
        query.stages = try stages()
        let unwrap = try unwrap()
        return try finish(query, unwrap, from: start)
    }

    /// `{…}[5m] offset 1h | json | unwrap x`
    private mutating func rangeFirst(_ query: inout LogQuery, from start: Int) throws -> LogRange {
        var range = try finish(query, nil, from: start)
        range.query.stages = try stages()
        range.unwrap = try unwrap()
        range.range = start..<lastEnd
        return range
    }

    /// Behind `(`: the whole range, or a query whose range follows the `)`.
    private mutating func parenthesizedRange(from start: Int, _ opener: Token) throws -> LogRange {
        var query = try selector()
        if token.kind == .range {
            let inner = try rangeFirst(&query, from: start)
            try close(opener, by: .closeParenthesis)
            return inner
        }
        query.stages = try stages()
        let inside = try unwrap()
        if token.kind == .range {
            let inner = try finish(query, inside, from: start)
            try close(opener, by: .closeParenthesis)
            return inner
        }
        try close(opener, by: .closeParenthesis)
        var range = try finish(query, inside, from: start)
        // Only a bare selector may have its unwrap behind the range.
        if query.stages.isEmpty, inside == nil, at(.pipe), following.is(.unwrap) {
            range.unwrap = try unwrap()
            range.range = start..<lastEnd
        }
        return range
    }

    /// The interval and the offset.
    private mutating func finish(_ query: LogQuery, _ unwrap: Unwrap?, from start: Int) throws -> LogRange {
        guard token.kind == .range else { return missingRange(query, unwrap, from: start) }
        let interval = advance()
        var range = LogRange(
            query: query, interval: interval.value, intervalRange: interval.range, unwrap: unwrap,
            range: start..<lastEnd)
        range.intervalVariable = variable(inRange: interval)
        if take(.offset) {
            if isVariable(token) {
                range.offsetVariable = advance().text
            } else if token.kind == .duration {
                range.offset = advance().value
            } else {
                throw unexpected("a duration, as in `offset 5m`")
            }
            range.range = start..<lastEnd
        }
        return range
    }

    private mutating func unwrap() throws -> Unwrap? {
        guard at(.pipe), following.is(.unwrap) else { return nil }
        let start = advance().range.lowerBound
        _ = advance()
        var unwrap = Unwrap(label: "", conversion: nil, range: start..<lastEnd, labelRange: start..<lastEnd)
        do {
            if case .keyword(let keyword) = token.kind, let known = Unwrap.Conversion(rawValue: keyword.rawValue) {
                _ = advance()
                unwrap.conversion = known
                try expect(.openParenthesis)
            }
            let label = try expectIdentifier("the name of a label")
            (unwrap.label, unwrap.labelRange) = (label.text, label.range)
            if unwrap.conversion != nil { try expect(.closeParenthesis) }
        } catch {
            try resume(at: .stage)
            if unwrap.conversion != nil { _ = take(.closeParenthesis) }
        }
        while at(.pipe) {
            _ = advance()
            do {
                unwrap.filters.append(try labelFilter())
            } catch {
                try resume(at: .stage)
            }
        }
        unwrap.range = start..<lastEnd
        return unwrap
    }

    // MARK: - Vectors

    private mutating func vectorAggregation() throws -> VectorAggregation {
        let name = advance()
        var grouping = try grouping()
        let opener = try expect(.openParenthesis)
        var parameter: Int?
        let takesParameter = name.is(.topk) || name.is(.bottomk) || name.is(.approximateTopk)
        var parameterVariable: String?
        if takesParameter, isVariable(token), following.is(.comma) {
            parameterVariable = advance().text
            _ = advance()
        } else if token.kind == .number, following.is(.comma) {
            let number = advance()
            _ = advance()
            parameter = Int(number.text)
            if !takesParameter {
                fail("`\(name.text)` takes no parameter", number.range)
            } else if parameter ?? 0 <= 0 {
                fail("`\(name.text)` needs a whole number from 1", number.range)
            }
        } else if takesParameter, !(try passesBadParameter("a whole number")) {
            fail(
                "`\(name.text)` needs a parameter", name.range,
                hint: "write how many first, as in `\(name.text)(10, …)`")
        }
        let operand = try metricExpression()
        do {
            try close(opener, by: .closeParenthesis)
        } catch {
            try resume(behind: .closeParenthesis)
        }
        if grouping == nil { grouping = try self.grouping() }
        if let grouping {
            if name.is(.approximateTopk) { fail("`approx_topk` takes no grouping", grouping.range) }
            if name.is(.sort) || name.is(.sortDescending), !grouping.labels.isEmpty {
                fail("`\(name.text)` takes no grouping", grouping.range)
            }
        }
        return VectorAggregation(
            operation: name.text.lowercased(), parameter: parameter, operand: operand, grouping: grouping,
            range: name.range.lowerBound..<lastEnd, nameRange: name.range, parameterVariable: parameterVariable)
    }

    private mutating func labelReplace() throws -> LabelReplace {
        let start = advance().range.lowerBound
        let opener = try expect(.openParenthesis)
        let operand = try metricExpression()
        var strings: [Token] = []
        do {
            for what in ["the label to write", "what to write", "the label to read", "a regular expression"] {
                try expect(.comma)
                strings.append(try replaceArgument("\(what) in quotes"))
            }
            try close(opener, by: .closeParenthesis)
        } catch {
            try resume(behind: .closeParenthesis)
        }
        while strings.count < 4 { strings.append(Token(kind: .string, range: start..<lastEnd)) }
        return LabelReplace(
            operand: operand, destination: strings[0].text, replacement: strings[1].text, source: strings[2].text,
            regex: strings[3].text, range: start..<lastEnd, regexRange: strings[3].range,
            variables: options.isEmpty ? [] : Set(strings.indices.filter { strings[$0].kind != .string }))
    }

    private mutating func replaceArgument(_ expected: String) throws -> Token {
        do {
            return try expectString(expected)
        } catch {
            try resume(at: .comma)
            return Token(kind: .string, range: lastEnd..<lastEnd)
        }
    }

    mutating func variants() throws -> Variants {
        let start = advance().range.lowerBound
        let opener = try expect(.openParenthesis)
        var metrics: [MetricExpression] = []
        repeat { metrics.append(try metricExpression()) } while take(.comma)
        do {
            try close(opener, by: .closeParenthesis)
        } catch {
            try resume(behind: .closeParenthesis)
        }
        try expect(.of)
        let second = try expect(.openParenthesis)
        let source = try logRange()
        try close(second, by: .closeParenthesis)
        return Variants(metrics: metrics, source: source, range: start..<lastEnd)
    }
}
