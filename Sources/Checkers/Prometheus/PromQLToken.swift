/// A piece of a PromQL query with its bytes.
struct PromQLToken: Sendable {
    enum Kind: Sendable, Equatable {
        /// A name, a keyword or a function.
        case word
        case number
        /// With its quotes.
        case string
        /// An operator or a bracket, one or two bytes.
        case symbol
    }

    let kind: Kind
    let text: String
    let range: Range<Int>

    /// Whether it is this operator or bracket.
    func isSymbol(_ symbol: String) -> Bool { kind == .symbol && text == symbol }

    /// The pieces of a query, comments and blanks left out. What no query may hold is a symbol of its own.
    static func all(in text: [UInt8]) -> [PromQLToken] {
        var tokens: [PromQLToken] = []
        var offset = 0
        while offset < text.count {
            let byte = text[offset]
            let start = offset
            var kind = Kind.symbol
            switch byte {
            case 0x20, 0x09, 0x0A, 0x0D:
                offset += 1
                continue
            case UInt8(ascii: "#"):
                offset = text[offset...].firstIndex(of: 0x0A) ?? text.count
                continue
            case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"):
                kind = .string
                offset = endOfString(in: text, from: offset)
            case _ where isWord(byte, first: true):
                kind = .word
                while offset < text.count, isWord(text[offset], first: false) { offset += 1 }
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."):
                kind = .number
                while offset < text.count, isWord(text[offset], first: false) || text[offset] == UInt8(ascii: ".") {
                    offset += 1
                }
            default:
                let pair = offset + 1 < text.count ? [byte, text[offset + 1]] : [byte]
                offset += ["=~", "!~", "!=", "==", "<=", ">="].contains(String(decoding: pair, as: UTF8.self)) ? 2 : 1
            }
            let range = start..<offset
            tokens.append(PromQLToken(kind: kind, text: String(decoding: text[range], as: UTF8.self), range: range))
        }
        return tokens
    }

    private static func endOfString(in text: [UInt8], from start: Int) -> Int {
        var offset = start + 1
        while offset < text.count, text[offset] != text[start] {
            offset += text[offset] == UInt8(ascii: "\\") && text[start] != UInt8(ascii: "`") ? 2 : 1
        }
        return min(offset + 1, text.count)
    }

    private static func isWord(_ byte: UInt8, first: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
            UInt8(ascii: ":"):
            true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): !first
        default: false
        }
    }
}
