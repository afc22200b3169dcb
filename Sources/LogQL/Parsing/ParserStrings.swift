extension Parser {
    /// Whether a token is, or holds, a variable of Grafana.
    func isVariable(_ token: Token) -> Bool {
        options.contains(.grafana) && token.kind == .identifier && GrafanaVariable.isFound(in: query[token.range])
    }

    /// The variable in a range such as `[$__interval]`.
    func variable(inRange token: Token) -> String? {
        guard options.contains(.grafana) else { return nil }
        let inside = query[token.range].dropFirst().dropLast()
        return GrafanaVariable.isFound(in: inside) ? String(decoding: inside, as: UTF8.self) : nil
    }

    /// Tells that the name of a label is missing.
    mutating func missingName(_ expected: String) -> Stop {
        unexpected(expected, hint: token.kind == .range ? "the name stands before the range" : nil)
    }

    /// Tells that a string is missing, and passes what was probably meant for one.
    mutating func missingString(_ expected: String) -> Stop {
        let first = token
        let text = String(decoding: query[first.range], as: UTF8.self)
        if let opening = text.unicodeScalars.first, Hints.isTypographic(opening) {
            var end = first.range.upperBound
            let start = index
            while token.kind != .end {
                end = token.range.upperBound
                let word = query[token.range]
                let closes = String(decoding: word, as: UTF8.self).unicodeScalars.last.map(Hints.isTypographic) ?? false
                let isOpening = index == start && text.unicodeScalars.count == 1
                _ = advance()
                if closes, !isOpening { break }
            }
            let range = first.range.lowerBound..<end
            let found = String(decoding: query[range], as: UTF8.self)
            fail("found `\(found)`, expected \(expected)", range, hint: Hints.typographic)
            return Stop()
        }
        return unexpected(expected, hint: Hints.quoting(self))
    }
}
