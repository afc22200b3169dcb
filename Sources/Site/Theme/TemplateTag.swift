/// A tag of a Mustache template: `{{name}}`, `{{#section}}`, `{{> partial}}`.
struct TemplateTag: Equatable {
    enum Kind: Equatable {
        case variable, section, inverted, close, partial
    }

    let kind: Kind
    /// The name, as bytes of the template.
    let range: Range<Int>

    /// The tags of a template in their order, comments left out. A tag without an end is where reading stops; the
    /// template's own parser tells of it.
    static func tags(in bytes: [UInt8]) -> [TemplateTag] {
        var tags: [TemplateTag] = []
        var offset = 0
        while let open = find(UInt8(ascii: "{"), in: bytes, from: offset) {
            let isTriple = open + 2 < bytes.count && bytes[open + 2] == UInt8(ascii: "{")
            let start = open + (isTriple ? 3 : 2)
            guard let close = find(UInt8(ascii: "}"), in: bytes, from: start) else { break }
            if let tag = TemplateTag(bytes, start..<close) { tags.append(tag) }
            offset = close + (isTriple ? 3 : 2)
        }
        return tags
    }

    /// Tags that Mustache has and Galley does not: other delimiters, and pragmas of its parser.
    static func foreign(in bytes: [UInt8]) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var offset = 0
        while let open = find(UInt8(ascii: "{"), in: bytes, from: offset) {
            let close = find(UInt8(ascii: "}"), in: bytes, from: open + 2).map { $0 + 2 } ?? bytes.count
            if open + 2 < bytes.count, bytes[open + 2] == UInt8(ascii: "=") || bytes[open + 2] == UInt8(ascii: "%") {
                found.append(open..<close)
            }
            offset = close
        }
        return found
    }

    private init?(_ bytes: [UInt8], _ range: Range<Int>) {
        var range = Self.trimmed(range, in: bytes)
        guard let first = range.first else { return nil }
        switch bytes[first] {
        case UInt8(ascii: "!"), UInt8(ascii: "="), UInt8(ascii: "%"): return nil
        case UInt8(ascii: "#"): kind = .section
        case UInt8(ascii: "^"): kind = .inverted
        case UInt8(ascii: "/"): kind = .close
        case UInt8(ascii: ">"): kind = .partial
        case UInt8(ascii: "&"):
            self.kind = .variable
            self.range = Self.trimmed(first + 1..<range.upperBound, in: bytes)
            return
        default:
            self.kind = .variable
            self.range = range
            return
        }
        range = Self.trimmed(first + 1..<range.upperBound, in: bytes)
        self.range = range
    }

    private static func trimmed(_ range: Range<Int>, in bytes: [UInt8]) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
        while upper > lower, bytes[upper - 1] <= 0x20 { upper -= 1 }
        return lower..<upper
    }

    /// Where the byte next stands twice in a row.
    private static func find(_ byte: UInt8, in bytes: [UInt8], from start: Int) -> Int? {
        var offset = start
        while offset + 1 < bytes.count {
            if bytes[offset] == byte, bytes[offset + 1] == byte { return offset }
            offset += 1
        }
        return nil
    }
}
