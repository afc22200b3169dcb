/// Ranges, and the variables that may stand in them.
extension Lexer {
    mutating func range(from start: Int) -> Token {
        if readsVariables, let end = GrafanaVariable.rangeEnd(in: query, at: start) {
            offset = end
            return Token(kind: .range, range: start..<end)
        }
        guard let close = query[start...].firstIndex(of: UInt8(ascii: "]")) else { return openRange(from: start) }
        let text = String(decoding: query[start + 1..<close], as: UTF8.self)
        guard let value = DurationText.parsePrometheus(Substring(text)) else {
            // The bracket that closes may belong to another range.
            if query[start + 1..<close].contains(where: { "[](){}|\n".utf8.contains($0) }),
                GrafanaVariable.rangeEnd(in: query, at: start) == nil
            {
                return openRange(from: start)
            }
            offset = close + 1
            fail("`\(text)` is no duration", start + 1..<close, hint: Hints.duration(text))
            return Token(kind: .range, range: start..<offset)
        }
        offset = close + 1
        return Token(kind: .range, range: start..<offset, value: value)
    }

    mutating func openRange(from start: Int) -> Token {
        fail("the range has no `]`", start..<start + 1)
        offset = query[(start + 1)...].firstIndex { !$0.isNamePart } ?? query.count
        return Token(kind: .range, range: start..<offset)
    }

    /// A name that is, or has in it, variables of Grafana.
    mutating func variable(from start: Int, to first: Int) -> Token {
        var end = first
        while true {
            if let next = GrafanaVariable.end(in: query, at: end) {
                end = next
            } else if byte(end).isNamePart {
                end += 1
            } else {
                break
            }
        }
        offset = end
        return Token(kind: .identifier, range: start..<end, text: String(decoding: query[start..<end], as: UTF8.self))
    }
}
