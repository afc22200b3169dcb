/// How reading goes on after an error: it skips to a place where something new begins, and closes what was open.
///
/// A part that could not be read is left out of the tree, or a stand-in takes its place; a query with errors is refused
/// in any case, so that none of them is ever run or printed.
extension Parser {
    /// Places to go on at. A bracket that closes, a range and the end are always such a place.
    struct Landmarks: OptionSet {
        let rawValue: Int

        static let comma = Landmarks(rawValue: 1)
        static let stage = Landmarks(rawValue: 2)
        /// `and` and `or`.
        static let junction = Landmarks(rawValue: 4)
        static let binaryOperator = Landmarks(rawValue: 8)
    }

    /// Passes tokens up to a landmark that stands in no brackets of its own.
    mutating func skip(to landmarks: Landmarks) {
        var open = 0
        while token.kind != .end {
            if open == 0, isLandmark(landmarks) { return }
            if at(.openParenthesis) || at(.openBrace) { open += 1 }
            if at(.closeParenthesis) || at(.closeBrace) { open -= 1 }
            _ = advance()
        }
    }

    private func isLandmark(_ landmarks: Landmarks) -> Bool {
        guard case .keyword(let keyword) = token.kind else {
            let isJunction = !landmarks.isDisjoint(with: [.junction, .binaryOperator]) && isDoubled("&")
            return token.kind == .range || isJunction
        }
        switch keyword {
        case .closeParenthesis, .closeBrace: return true
        case .comma: return landmarks.contains(.comma)
        case .and, .or:
            return !landmarks.isDisjoint(with: [.junction, .binaryOperator])
        case .pipe, .pipeExact, .pipeMatch, .pipePattern, .notPattern: return landmarks.contains(.stage)
        case .notEqual where landmarks.contains(.stage), .notRegexMatch where landmarks.contains(.stage):
            // Behind a name it compares a label.
            return index > 0 && tokens[index - 1].kind != .identifier
        default: return landmarks.contains(.binaryOperator) && binaryOperator != nil
        }
    }

    /// Goes on at a landmark, unless there is no going on.
    mutating func resume(at landmarks: Landmarks) throws {
        guard !isLost else { throw Stop() }
        skip(to: landmarks)
    }

    /// Goes on behind the bracket that closes what could not be read.
    mutating func resume(behind closer: Keyword) throws {
        try resume(at: [])
        while token.kind == .range {
            _ = advance()
            skip(to: [])
        }
        _ = take(closer)
    }

    /// Reads the bracket that closes what `opener` opened.
    mutating func close(_ opener: Token, by closer: Keyword, orElse expected: String? = nil) throws {
        guard at(closer) else {
            throw unexpected(expected ?? "`\(closer.rawValue)`", opener: opener.range)
        }
        _ = advance()
    }

    /// Whether a brace closes before the next one opens.
    var hasClosingBraceAhead: Bool {
        let next = tokens[index...].first { $0.is(.openBrace) || $0.is(.closeBrace) }
        return next?.is(.closeBrace) ?? false
    }

    // MARK: - Behind the expression

    /// Tells of what stands behind a whole expression, and goes on with the stage or the operator that follows.
    mutating func resume(behind expression: Expression) throws -> Expression {
        var expression = expression
        unexpected("the end of the query")
        if at(.by) || at(.without) {
            _ = advance()
            if at(.openParenthesis) { _ = try labelList() }
        } else {
            // Lines with a range are told of once, not again as what an operator can't take.
            if token.kind == .range { expression = .metric(standIn(from: expression.range.lowerBound)) }
            _ = advance()
        }
        while token.kind != .end {
            try resume(at: [.stage, .binaryOperator])
            if binaryOperator != nil, lineFilterOperator == nil || following.kind != .string {
                return try operations(on: expression, minimum: 0)
            }
            if lineFilterOperator != nil || at(.pipe) {
                let stages = try stages()
                if case .log(var query) = expression {
                    query.stages += stages
                    expression = .log(query)
                }
                if token.kind == .end || token.kind == .range { return expression }
            }
            if token.kind != .end { _ = advance() }
        }
        return expression
    }

    // MARK: - Stand-ins

    /// A metric in the place of one that could not be read.
    func standIn(from start: Int) -> MetricExpression { .constant(0, min(start, lastEnd)..<lastEnd) }

    /// A metric in the place of lines, so that they are looked through all the same.
    func standIn(for expression: Expression) -> MetricExpression {
        switch expression {
        case .metric(let metric): return metric
        case .variants(let variants): return .constant(0, variants.range)
        case .log(let query):
            let source = LogRange(
                query: query, interval: 0, intervalRange: query.range, unwrap: nil, range: query.range)
            return .range(
                RangeAggregation(
                    operation: "count_over_time", parameter: nil, source: source, grouping: nil, range: query.range,
                    nameRange: query.range))
        }
    }

    func emptyRange(from start: Int) -> LogRange {
        let range = min(start, lastEnd)..<lastEnd
        return LogRange(
            query: LogQuery(matchers: [.standIn(at: range)], stages: [], range: range), interval: 0,
            intervalRange: range, unwrap: nil,
            range: range)
    }
}

extension Matcher {
    /// A matcher in the place of one that could not be read. It selects, so that nothing is said of its selector.
    static func standIn(at range: Range<Int>) -> Matcher {
        Matcher(name: "", operation: .equal, value: "?", range: range, nameRange: range, valueRange: range)
    }
}
