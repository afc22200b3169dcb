/// Parts a text into statements, as psql does: at semicolons outside of strings, comments and names.
enum SQLStatements {
    /// The statements' bytes, without the semicolons and what stands around them; empty ones are left out.
    static func ranges(in text: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start = 0
        var offset = 0
        // A body in standard SQL, `BEGIN ATOMIC … END`, has semicolons of its own.
        while offset < text.count {
            switch text[offset] {
            case UInt8(ascii: ";"):
                append(start..<offset, of: text, to: &ranges)
                offset += 1
                start = offset
            case UInt8(ascii: "$"):
                offset = endOfDollarQuote(in: text, from: offset)
            default: offset = endOfText(in: text, at: offset) ?? offset + 1
            }
        }
        append(start..<text.count, of: text, to: &ranges)
        return ranges
    }

    /// Where the string, the quoted name or the comment ends that begins at an offset; nil where none begins there.
    static func endOfText(in text: [UInt8], at offset: Int) -> Int? {
        let next = offset + 1 < text.count ? text[offset + 1] : 0
        return switch text[offset] {
        case UInt8(ascii: "'"): endOfString(in: text, from: offset, escapes: hasEscapes(text, at: offset))
        case UInt8(ascii: "\""): endOfString(in: text, from: offset, escapes: false)
        case UInt8(ascii: "-") where next == UInt8(ascii: "-"): text[offset...].firstIndex(of: 0x0A) ?? text.count
        case UInt8(ascii: "/") where next == UInt8(ascii: "*"): endOfComment(in: text, from: offset)
        default: nil
        }
    }

    private static func append(_ range: Range<Int>, of text: [UInt8], to ranges: inout [Range<Int>]) {
        var lower = range.lowerBound
        // Comments before a statement are no part of it: an error shall not point at them.
        while lower < range.upperBound {
            if text[lower] <= 0x20 {
                lower += 1
            } else if text[lower...].starts(with: "--".utf8) {
                lower = text[lower..<range.upperBound].firstIndex(of: 0x0A) ?? range.upperBound
            } else if text[lower...].starts(with: "/*".utf8) {
                lower = min(endOfComment(in: text, from: lower), range.upperBound)
            } else {
                break
            }
        }
        var upper = range.upperBound
        while upper > lower, text[upper - 1] <= 0x20 { upper -= 1 }
        if lower < upper { ranges.append(lower..<upper) }
    }

    private static func hasEscapes(_ text: [UInt8], at quote: Int) -> Bool {
        guard quote > 0, text[quote - 1] | 0x20 == UInt8(ascii: "e") else { return false }
        return quote < 2 || !isName(text[quote - 2])
    }

    private static func endOfString(in text: [UInt8], from start: Int, escapes: Bool) -> Int {
        var offset = start + 1
        while offset < text.count {
            if escapes, text[offset] == UInt8(ascii: "\\") {
                offset += 2
            } else if text[offset] == text[start] {
                // A quotation mark within is written twice, and then begins the next string at once.
                return offset + 1
            } else {
                offset += 1
            }
        }
        return text.count
    }

    /// `$tag$ … $tag$`
    private static func endOfDollarQuote(in text: [UInt8], from start: Int) -> Int {
        guard start == 0 || !isName(text[start - 1]) else { return start + 1 }
        guard let close = text[(start + 1)...].firstIndex(where: { !isName($0) }), text[close] == UInt8(ascii: "$")
        else {
            return start + 1
        }
        let tag = text[start...close]
        var offset = close + 1
        while offset + tag.count <= text.count {
            if text[offset] == UInt8(ascii: "$"), text[offset..<offset + tag.count].elementsEqual(tag) {
                return offset + tag.count
            }
            offset += 1
        }
        return text.count
    }

    /// Comments nest.
    private static func endOfComment(in text: [UInt8], from start: Int) -> Int {
        var offset = start
        var depth = 0
        while offset + 1 < text.count {
            let pair = (text[offset], text[offset + 1])
            if pair == (UInt8(ascii: "/"), UInt8(ascii: "*")) {
                depth += 1
                offset += 2
            } else if pair == (UInt8(ascii: "*"), UInt8(ascii: "/")) {
                depth -= 1
                offset += 2
                if depth == 0 { return offset }
            } else {
                offset += 1
            }
        }
        return text.count
    }

    private static func isName(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || byte >= 0x80 || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
            || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
    }
}
