/// The directives of an nginx configuration, with their bytes. Whether they are right is for nginx to say.
struct NginxText {
    struct Directive {
        /// The name, then the arguments, without quotation marks.
        let words: [String]
        let ranges: [Range<Int>]
        /// From the name to the semicolon or the opening brace.
        let range: Range<Int>
        /// Nil for a simple directive.
        var block: [Directive]?

        var name: String { words.first ?? "" }
        var arguments: ArraySlice<String> { words.dropFirst() }
    }

    let directives: [Directive]

    init(_ text: [UInt8]) {
        var reader = Reader(text: text)
        directives = reader.block(depth: 0)
    }

    /// All directives of a name, also those within blocks, with the blocks that they stand in, innermost first.
    func all(_ name: String) -> [(directive: Directive, within: [Directive])] {
        Self.collect(name, in: directives, within: [])
    }

    private static func collect(
        _ name: String, in directives: [Directive], within blocks: [Directive]
    ) -> [(directive: Directive, within: [Directive])] {
        directives.flatMap { directive in
            let own = directive.name == name ? [(directive: directive, within: blocks)] : []
            return own + collect(name, in: directive.block ?? [], within: [directive] + blocks)
        }
    }

    private struct Reader {
        let text: [UInt8]
        var offset = 0

        mutating func block(depth: Int) -> [Directive] {
            var directives: [Directive] = []
            while let directive = directive(depth) { directives.append(directive) }
            return directives
        }

        private mutating func directive(_ depth: Int) -> Directive? {
            var words: [String] = []
            var ranges: [Range<Int>] = []
            while offset < text.count {
                let byte = text[offset]
                switch byte {
                case 0x20, 0x09, 0x0A, 0x0D: offset += 1
                case UInt8(ascii: "#"): offset = text[offset...].firstIndex(of: 0x0A) ?? text.count
                case UInt8(ascii: ";"):
                    offset += 1
                    if words.isEmpty { continue }
                    return Directive(words: words, ranges: ranges, range: ranges[0].lowerBound..<offset, block: nil)
                case UInt8(ascii: "{"):
                    offset += 1
                    let range = (ranges.first?.lowerBound ?? offset - 1)..<offset
                    guard depth < 50 else { return nil }
                    return Directive(words: words, ranges: ranges, range: range, block: block(depth: depth + 1))
                case UInt8(ascii: "}"):
                    offset += 1
                    return nil
                default:
                    let (word, range) = word()
                    words.append(word)
                    ranges.append(range)
                }
            }
            guard let first = ranges.first else { return nil }
            return Directive(words: words, ranges: ranges, range: first.lowerBound..<offset, block: nil)
        }

        private mutating func word() -> (String, Range<Int>) {
            let start = offset
            if text[offset] == UInt8(ascii: "\"") || text[offset] == UInt8(ascii: "'") {
                offset += 1
                while offset < text.count, text[offset] != text[start] {
                    offset += text[offset] == UInt8(ascii: "\\") ? 2 : 1
                }
                offset = min(offset + 1, text.count)
                let inner = start + 1..<max(start + 1, offset - 1)
                return (String(decoding: text[inner], as: UTF8.self), start..<offset)
            }
            while offset < text.count, text[offset] > 0x20,
                ![UInt8(ascii: ";"), UInt8(ascii: "}")].contains(text[offset])
            {
                // A brace belongs to the word in `${name}` and in counts of expressions.
                if text[offset] == UInt8(ascii: "{"), offset == start || ![UInt8(ascii: "$")].contains(text[offset - 1])
                {
                    break
                }
                if text[offset] == UInt8(ascii: "{") {
                    offset = text[offset...].firstIndex(of: UInt8(ascii: "}")) ?? text.count - 1
                }
                offset += 1
            }
            if offset == start { offset += 1 }
            return (String(decoding: text[start..<offset], as: UTF8.self), start..<offset)
        }
    }
}
