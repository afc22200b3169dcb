extension Parser {
    /// A selector with its stages.
    mutating func logQuery() throws -> LogQuery {
        var query = try selector()
        query.stages = try stages()
        query.range = query.range.lowerBound..<lastEnd
        return query
    }

    /// `{name="value", …}`
    mutating func selector() throws -> LogQuery {
        guard at(.openBrace) else { throw missingSelector() }
        let opener = advance()
        let start = opener.range.lowerBound
        var matchers: [Matcher] = []
        if !at(.closeBrace) {
            repeat {
                do {
                    matchers.append(try matcher())
                } catch {
                    matchers.append(.standIn(at: lastEnd..<lastEnd))
                    try resume(at: matcherLandmarks)
                }
            } while try anotherMatcher(opener)
        }
        _ = take(.closeBrace)
        return LogQuery(matchers: matchers, stages: [], range: start..<lastEnd)
    }

    mutating func matcher() throws -> Matcher {
        let name = try expectIdentifier("the name of a label")
        if isVariable(name), at(.comma) || at(.closeBrace) {
            return Matcher(
                name: name.text, operation: .equal, value: name.text, range: name.range, nameRange: name.range,
                valueRange: name.range, variable: .whole)
        }
        return try matcher(named: name)
    }

    func matcherOperator(_ token: Token) -> Matcher.Operator? {
        guard case .keyword(let keyword) = token.kind else { return nil }
        return Matcher.Operator(rawValue: keyword.rawValue)
    }

    mutating func matcher(named name: Token) throws -> Matcher {
        guard let operation = matcherOperator(token) else { throw unexpected("`=`, `!=`, `=~` or `!~`") }
        _ = advance()
        let value = try expectString("a string")
        let matcher = Matcher(
            name: name.text, operation: operation, value: value.text, range: name.range.lowerBound..<lastEnd,
            nameRange: name.range, valueRange: value.range, variable: value.kind == .string ? nil : .value)
        return matcher
    }

    /// The stages up to what is none: the end, a range, a parenthesis, `| unwrap`.
    mutating func stages() throws -> [Stage] {
        var stages: [Stage] = []
        while true {
            do {
                if lineFilterOperator != nil {
                    stages.append(try lineFilters())
                } else if at(.pipe), !following.is(.unwrap) {
                    stages.append(try stage())
                } else if !mayMistakeFilter || !mistakenFilter() {
                    return stages
                }
            } catch {
                try resume(at: .stage)
            }
        }
    }

    // MARK: - Line filters

    var lineFilterOperator: LineFilter.Operator? {
        guard case .keyword(let keyword) = token.kind else { return nil }
        return LineFilter.Operator(rawValue: keyword.rawValue)
    }

    private mutating func lineFilters() throws -> Stage {
        let start = token.range.lowerBound
        var filters: [LineFilter] = []
        while let operation = lineFilterOperator { filters += try lineFilter(operation) }
        return Stage(kind: .lineFilters(filters), range: start..<lastEnd)
    }

    /// One operator with its chain of `or`. A chain that keeps lines out is as many filters as it has parts.
    private mutating func lineFilter(_ operation: LineFilter.Operator) throws -> [LineFilter] {
        let start = advance().range.lowerBound
        var chain = [try soundAlternative()]
        var isOpen = !chain[0].isAddress
        while at(.or) || (mayMistakeChain && mistakenChain()) {
            _ = advance()
            // An address ends a chain; what is joined to it afterwards takes the place of what was joined before
            // (Loki 3.7 drops it).
            if !isOpen, !operation.isNegative, chain.count > 1 { chain = [chain[0]] }
            let next = try soundAlternative()
            chain.append(next)
            isOpen = !next.isAddress
        }
        guard operation.isNegative else {
            return [LineFilter(operation: operation, alternatives: chain, range: start..<lastEnd)]
        }
        return chain.enumerated().map { index, part in
            LineFilter(
                operation: operation, alternatives: [part],
                range: index == 0 ? start..<part.range.upperBound : part.range)
        }
    }

    private mutating func soundAlternative() throws -> LineFilter.Alternative {
        let start = token.range.lowerBound
        do {
            return try alternative()
        } catch {
            try resume(at: [.junction, .stage])
            return LineFilter.Alternative(text: "", isAddress: false, range: min(start, lastEnd)..<lastEnd)
        }
    }

    /// `ip("…")`
    mutating func address() throws -> Token {
        _ = advance()
        let opener = try expect(.openParenthesis)
        let address = try expectString("an address in quotes")
        try close(opener, by: .closeParenthesis)
        return address
    }

    private mutating func alternative() throws -> LineFilter.Alternative {
        if at(.ip) {
            let start = token.range.lowerBound
            let address = try address()
            return LineFilter.Alternative(
                text: address.text, isAddress: true, range: start..<lastEnd, isVariable: address.kind != .string)
        }
        let text = try expectString("a string")
        return LineFilter.Alternative(
            text: text.text, isAddress: false, range: text.range, isVariable: text.kind != .string)
    }

    // MARK: - Other stages

    private mutating func stage() throws -> Stage {
        let start = try expect(.pipe).range.lowerBound
        var argument: Token?
        let kind: Stage.Kind
        switch token.kind {
        case .keyword(.json):
            _ = advance()
            kind = .json(token.kind == .identifier ? try extractions() : [])
        case .keyword(.logfmt):
            _ = advance()
            var flags = LogfmtFlags()
            while token.kind == .flag {
                if advance().text == "--strict" { flags.isStrict = true } else { flags.keepsEmpty = true }
            }
            kind = .logfmt(flags: flags, token.kind == .identifier ? try extractions() : [])
        case .keyword(.regexp), .keyword(.pattern), .keyword(.lineFormat):
            let name = advance()
            let text = try expectString("a string")
            argument = text
            kind =
                name.is(.regexp) ? .regexp(text.text) : name.is(.pattern) ? .pattern(text.text) : .lineFormat(text.text)
        case .keyword(.unpack):
            _ = advance()
            kind = .unpack
        case .keyword(.decolorize):
            _ = advance()
            kind = .decolorize
        case .keyword(.labelFormat):
            _ = advance()
            kind = .labelFormat(try labelFormats())
        case .keyword(.drop), .keyword(.keep):
            kind = advance().is(.drop) ? .drop(try namedMatchers()) : .keep(try namedMatchers())
        case .identifier, .keyword(.openParenthesis):
            kind = .labelFilter(try labelFilter())
        default:
            throw missingStage()
        }
        return Stage(
            kind: kind, range: start..<lastEnd, argumentRange: argument?.range,
            isVariable: argument.map { $0.kind != .string } ?? false)
    }

    private mutating func extractions() throws -> [Extraction] {
        var extractions: [Extraction] = []
        repeat {
            let name = try expectIdentifier("the name of a label")
            var path = name.text
            var isVariable = false
            if take(.equal) {
                let text = try expectString("a path in quotes")
                path = text.text
                isVariable = text.kind != .string
            }
            extractions.append(
                Extraction(
                    name: name.text, path: path, range: name.range.lowerBound..<lastEnd, nameRange: name.range,
                    isVariable: isVariable))
        } while take(.comma)
        return extractions
    }

    private mutating func labelFormats() throws -> [LabelFormat] {
        var formats: [LabelFormat] = []
        repeat {
            let name = try expectIdentifier("the name of a label")
            try expect(.equal)
            guard token.kind == .identifier || token.kind == .string else {
                throw unexpected("a label or a template in quotes")
            }
            let value = advance()
            formats.append(
                LabelFormat(
                    name: name.text, value: value.text, isRename: value.kind == .identifier,
                    range: name.range.lowerBound..<lastEnd, nameRange: name.range, valueRange: value.range))
        } while take(.comma)
        return formats
    }

    private mutating func namedMatchers() throws -> [NamedMatcher] {
        var matchers: [NamedMatcher] = []
        repeat {
            let name = try expectIdentifier("the name of a label")
            if matcherOperator(token) != nil {
                matchers.append(.matcher(try matcher(named: name)))
            } else {
                matchers.append(.name(name.text, name.range))
            }
        } while take(.comma)
        return matchers
    }
}
