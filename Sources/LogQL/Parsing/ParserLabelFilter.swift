extension Parser {
    /// Conditions joined by `and`, `or`, commas or nothing.
    ///
    /// Loki's grammar gives precedence to `and` and `or` only; a comma, and two conditions side by side, have none, and its
    /// parser then reads on. So `a b and c` is `a and (b and c)`, and `a or b, c` is `a or (b and c)`.
    /// - Parameter pending: the precedence of the operator to the left, if it has one.
    mutating func labelFilter(pending: Int? = nil) throws -> LabelFilter {
        try nested { parser in
            var left = try parser.soundCondition()
            while true {
                if parser.at(.and) || parser.at(.or) {
                    let isOr = parser.at(.or)
                    if let pending, pending >= (isOr ? 1 : 2) { return left }
                    _ = try parser.join()
                    let right = try parser.labelFilter(pending: isOr ? 1 : 2)
                    left = isOr ? .or(left, right) : .and(left, right)
                } else if parser.at(.comma) || parser.token.kind == .identifier || parser.at(.openParenthesis) {
                    _ = parser.take(.comma)
                    left = .and(left, try parser.labelFilter())
                } else if !parser.isDoubled("|") || !parser.mistakenJunction() {
                    return left
                }
            }
        }
    }

    /// A condition; or, after an error, one that stands for it.
    private mutating func soundCondition() throws -> LabelFilter {
        let start = token.range.lowerBound
        do {
            return try condition()
        } catch {
            try resume(at: [.junction, .comma, .stage])
            let range = min(start, lastEnd)..<lastEnd
            return .number(.init(name: "", comparison: .equal, value: 0, range: range, nameRange: range))
        }
    }

    private mutating func condition() throws -> LabelFilter {
        if at(.openParenthesis) {
            let opener = advance()
            let inner = try labelFilter()
            do {
                try close(opener, by: .closeParenthesis)
            } catch {
                try resume(behind: .closeParenthesis)
            }
            return inner
        }
        let name = try expectIdentifier("the name of a label")
        if matcherOperator(token) != nil, following.kind == .string || isVariable(following) {
            return .string(try matcher(named: name))
        }
        let sign = token
        guard let comparison = comparison else {
            if passesDoubled(name) { return try condition() }
            throw missingComparison(behind: name)
        }
        _ = advance()
        if at(.ip) {
            guard sign.is(.equal) || sign.is(.notEqual) else { throw unexpected("`ip` after `=` or `!=` only") }
            let start = token.range.lowerBound
            let address = try address()
            if address.kind != .string {
                let range = name.range.lowerBound..<lastEnd
                return .string(
                    Matcher(
                        name: name.text, operation: comparison == .notEqual ? .notEqual : .equal,
                        value: "ip(\(address.text))", range: range, nameRange: name.range,
                        valueRange: start..<lastEnd, variable: .value))
            }
            return .address(make(name, comparison, address.text))
        }
        switch token.kind {
        case .duration:
            let value = advance().value
            return .duration(make(name, comparison, value))
        case .bytes:
            let value = advance().value
            return .bytes(make(name, comparison, value))
        case .number, .keyword(.add), .keyword(.subtract):
            let value = try signedNumber(isBounded: false)
            return .number(make(name, comparison, value))
        case .identifier where isVariable(token):
            let value = advance().text
            return .variable(make(name, comparison, value))
        default: throw missingValue(sign)
        }
    }

    private func make<Value>(
        _ name: Token, _ comparison: LabelFilter.Comparison, _ value: Value
    )
        -> LabelFilter.Condition<Value>
    {
        LabelFilter.Condition(
            name: name.text, comparison: comparison, value: value, range: name.range.lowerBound..<lastEnd,
            nameRange: name.range)
    }

    private var comparison: LabelFilter.Comparison? {
        switch token.kind {
        case .keyword(.equal), .keyword(.compareEqual): .equal
        case .keyword(.notEqual): .notEqual
        case .keyword(.greater): .greater
        case .keyword(.greaterOrEqual): .greaterOrEqual
        case .keyword(.less): .less
        case .keyword(.lessOrEqual): .lessOrEqual
        default: nil
        }
    }

    /// A number with an optional sign.
    /// - Parameter isBounded: whether one beyond what a double holds is refused, rather than infinite.
    mutating func signedNumber(isBounded: Bool = true) throws -> Double {
        let isNegative = at(.subtract)
        if at(.add) || isNegative { _ = advance() }
        guard token.kind == .number else { throw unexpected("a number") }
        let number = try self.number(isBounded: isBounded)
        return isNegative ? -number : number
    }

    mutating func number(isBounded: Bool = true) throws -> Double {
        let token = advance()
        // Loki takes what it can't read for 0 in a label filter, where it forgets to look.
        let value = GoText.number(token.text) ?? (isBounded ? .infinity : 0)
        // Behind a blank, Loki's lexer takes the `0b` of a binary number for a size without digits.
        let isBinary = !isBounded && token.text.lowercased().hasPrefix("0b")
        let isBehindBlank = token.range.lowerBound > 0 && query[token.range.lowerBound - 1] <= 0x20
        guard value.isFinite || !isBounded, !(isBinary && isBehindBlank) else {
            fail("`\(token.text)` is no number", token.range)
            throw Stop()
        }
        return value
    }
}
