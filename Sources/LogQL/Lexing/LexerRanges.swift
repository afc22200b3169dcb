/// Ranges, and the variables that may stand in them.
extension Lexer {
    mutating func range(from start: Int) -> Token {
        if readsVariables, let end = GrafanaVariable.rangeEnd(in: query, at: start) {
            offset = end
            return Token(kind: .range, range: start..<end)
        }
        var end = start + 1
        while byte(end).isNamePart { end += 1 }
        if byte(end) == UInt8(ascii: "]") {
            let text = Substring(String(decoding: query[start + 1..<end], as: UTF8.self))
            if let value = DurationText.parsePrometheus(text) {
                offset = end + 1
                return Token(kind: .range, range: start..<offset, value: value)
            }
        }
        // A bracket that closes behind others belongs to another range.
        let close =
            GrafanaVariable.rangeEnd(in: query, at: start).map { $0 - 1 }
            ?? query[(start + 1)...].firstIndex { "[](){}|\n".utf8.contains($0) }
        guard let close, query[close] == UInt8(ascii: "]") else {
            fail("the range has no `]`", start..<start + 1)
            offset = end
            return Token(kind: .range, range: start..<end)
        }
        let text = String(decoding: query[start + 1..<close], as: UTF8.self)
        fail("`\(text)` is no duration", start + 1..<close, hint: Hints.duration(text))
        offset = close + 1
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
