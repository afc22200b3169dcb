import Diagnostics

/// What is written often though it is wrong: told in its own terms, and read as what was meant.
extension Parser {
    func spelling(_ token: Token) -> String { String(decoding: query[token.range], as: UTF8.self) }

    /// Whether a sign of one byte stands twice here: `&&`.
    func isDoubled(_ sign: Character) -> Bool {
        let start = tokens[index].range.lowerBound
        guard start + 1 < query.count, query[start] == sign.asciiValue, query[start + 1] == sign.asciiValue else {
            return false
        }
        return token.range.count == 1 && following.range.count == 1
    }

    /// Tells of `&&` or `||`, and turns its second sign into the word that was meant.
    private mutating func replaceDoubled(by keyword: Keyword) {
        let range = token.range.lowerBound..<following.range.upperBound
        unexpected("`\(keyword.rawValue)`", range, hint: "write `\(keyword.rawValue)`")
        _ = advance()
        tokens[index] = Token(kind: .keyword(keyword), range: range, text: keyword.rawValue)
    }

    // MARK: - Selectors

    /// In braces that close, all but commas is passed; in others a stage may follow.
    var matcherLandmarks: Landmarks { hasClosingBraceAhead ? .comma : [.comma, .stage] }

    /// Whether another matcher follows. Tells of what stands where a comma or the brace should.
    mutating func anotherMatcher(_ opener: Token) throws -> Bool {
        if take(.comma) { return true }
        if at(.closeBrace) { return false }
        if isDoubled("&") { replaceDoubled(by: .and) }
        let hint = at(.and) || at(.or) ? "matchers are joined by commas, and all of them must hold" : nil
        unexpected("`,` or `}`", hint: hint, opener: opener.range)
        if take(.and) || take(.or) { return true }
        if token.kind == .identifier, matcherOperator(following) != nil { return true }
        try resume(at: matcherLandmarks)
        return take(.comma)
    }

    /// Tells that lines are missing where a range aggregation reads them.
    mutating func missingSelector() -> Stop {
        var hint = Hints.hint(for: self)
        var isCall = false
        if case .keyword(let keyword) = token.kind, keyword.isFunction {
            isCall = true
            hint = "a range aggregation reads lines; to add up numbers write `sum(\(spelling(token))(…))`"
        } else if token.kind == .identifier, matcherOperator(following) != nil {
            hint = "labels stand in braces, as in `{\(spelling(token))=\"…\"}`"
        }
        let stop = unexpected("a selector, as in `{app=\"x\"}`", hint: hint)
        // What is wrong inside is told too.
        if isCall { _ = try? expression(minimum: 0) }
        return stop
    }

    // MARK: - Line filters

    /// Whether a mistake may stand where the stages end.
    var mayMistakeFilter: Bool {
        switch tokens[index].kind {
        case .string, .keyword(.equal), .keyword(.regexMatch), .keyword(.compareEqual): true
        default: false
        }
    }

    /// Whether a mistake may stand behind a text of a line filter.
    var mayMistakeChain: Bool {
        switch tokens[index].kind {
        case .keyword(.and): true
        case .keyword(.pipe): isDoubled("|")
        case .identifier: isDoubled("&")
        default: false
        }
    }

    /// A string, or an operator of labels, where an operator of lines should stand.
    @inline(never)
    mutating func mistakenFilter() -> Bool {
        let meant: Keyword
        switch token.kind {
        case .string: meant = .pipeExact
        case .keyword(.equal): meant = .pipeExact
        case .keyword(.regexMatch): meant = .pipeMatch
        case .keyword(.compareEqual) where following.kind == .string: meant = .pipeExact
        default: return false
        }
        unexpected(
            "an operator such as `\(meant.rawValue)`", hint: "to search lines write `\(meant.rawValue) \"text\"`")
        if token.kind == .string { _ = advance() } else { tokens[index].kind = .keyword(meant) }
        return true
    }

    /// `||`, `&&` or `and` between texts of a line filter; it is read as `or`.
    @inline(never)
    mutating func mistakenChain() -> Bool {
        if at(.and), following.kind == .string {
            unexpected("another filter", hint: "write a filter for each text, as in `|= \"a\" |= \"b\"`")
        } else if at(.pipe), isDoubled("|") {
            replaceDoubled(by: .or)
        } else if token.kind == .identifier, isDoubled("&") {
            let range = token.range.lowerBound..<following.range.upperBound
            unexpected("another filter", range, hint: "write a filter for each text, as in `|= \"a\" |= \"b\"`")
            _ = advance()
        } else {
            return false
        }
        return true
    }

    // MARK: - Stages

    private static let stages = [
        "json", "logfmt", "regexp", "pattern", "unpack", "line_format", "label_format", "drop", "keep", "decolorize",
        "unwrap",
    ]

    mutating func missingStage() -> Stop {
        var hint = Hints.hint(for: self)
        switch token.kind {
        case .string: hint = "to search lines write `|= \(spelling(token))`"
        case .keyword(let keyword) where keyword.isFunction:
            hint = "an aggregation stands round its query, as in `\(keyword.rawValue)(…)`"
        case .keyword(.equal): hint = "to search lines write `|= \"text\"`, its sign in one"
        default: break
        }
        return unexpected("a parser, a label filter or a format", hint: hint)
    }

    /// Behind a label's name, or what was taken for one, no comparison follows.
    mutating func missingComparison(behind name: Token) -> Stop {
        let isFirst = index > 1 && tokens[index - 2].is(.pipe)
        if isFirst, let near = Spelling.nearest(to: spelling(name), among: Self.stages) {
            fail("found `\(spelling(name))`, expected a stage", name.range, hint: "did you mean `\(near)`?")
            return Stop()
        }
        if at(.regexMatch) || at(.notRegexMatch) {
            _ = advance()
            return missingString("a string")
        }
        return unexpected(
            "a comparison, as in `name=\"value\"` or `name > 10`", hint: Hints.comparing(self, name: spelling(name)))
    }

    /// Behind a comparison stands nothing that a label can be compared with.
    mutating func missingValue(_ sign: Token) -> Stop {
        if token.kind == .string, sign.is(.compareEqual) {
            return unexpected("`=`", sign.range, hint: "`==` compares numbers: write `=\(spelling(token))`")
        }
        if token.kind == .string {
            return unexpected(
                "a number, a duration or a size", hint: "`\(spelling(sign))` compares numbers: take the quotes away")
        }
        return unexpected("a string, a number, a duration or a size", hint: Hints.quoting(self))
    }

    /// `&&` before a condition: the first sign was taken for the name of a label.
    mutating func passesDoubled(_ name: Token) -> Bool {
        guard name.range.count == 1, spelling(name) == "&", spelling(token) == "&",
            name.range.upperBound == token.range.lowerBound
        else { return false }
        unexpected("`and`", name.range.lowerBound..<token.range.upperBound, hint: "write `and`")
        _ = advance()
        return true
    }

    /// `||` between conditions.
    mutating func mistakenJunction() -> Bool {
        guard at(.pipe), isDoubled("|") else { return false }
        replaceDoubled(by: .or)
        return true
    }

    // MARK: - Operators

    /// `&&` or `||` behind a metric.
    @inline(never)
    mutating func mistakenOperator(behind left: Expression) -> Operator? {
        guard case .metric = left else { return nil }
        if isDoubled("&") {
            replaceDoubled(by: .and)
        } else if isDoubled("|") {
            replaceDoubled(by: .or)
        }
        return binaryOperator
    }
}
