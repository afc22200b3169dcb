/// A token of a template, as text/template splits it.
struct TemplateToken {
    enum Kind {
        case error, bool, character, characterConstant, complex, assign, declare, end, field, identifier, leftDelimiter,
            leftParenthesis, number, pipe, rawString, rightDelimiter, rightParenthesis, space, string, text, variable
        case keyword(Keyword)
    }

    enum Keyword: String {
        case block, `break`, `continue`
        case dot = "."
        case define, `else`, end, `if`
        case null = "nil"
        case range, template, with
    }

    let kind: Kind
    let range: Range<Int>
    /// The token's text; of an error its message.
    let bytes: [UInt8]
    /// Counted from one, where the token starts.
    let line: Int

    var position: Int { range.lowerBound }

    /// The token in the text of an error.
    var shown: String {
        let text = String(decoding: bytes, as: UTF8.self)
        switch kind {
        case .end: return "EOF"
        case .error: return text
        case .keyword: return "<\(text)>"
        default:
            let runes = GoUTF8.runes(bytes)
            guard bytes.count > 10 else { return GoQuote.text(bytes) }
            return GoQuote.text(Array(bytes.prefix(runes.prefix(10).reduce(0) { $0 + $1.width }))) + "..."
        }
    }

    func `is`(_ keyword: Keyword) -> Bool {
        if case .keyword(keyword) = kind { true } else { false }
    }
}

extension TemplateToken {
    var isSpace: Bool { if case .space = kind { true } else { false } }
    var isEnd: Bool { if case .end = kind { true } else { false } }
    var isRightDelimiter: Bool { if case .rightDelimiter = kind { true } else { false } }
    var isField: Bool { if case .field = kind { true } else { false } }
}
