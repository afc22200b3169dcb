/// Reads a template into steps.
struct TemplateReader {
    private let bytes: [UInt8]
    private let sources: [String: [UInt8]]
    private var offset = 0

    init(_ bytes: [UInt8], sources: [String: [UInt8]]) {
        self.bytes = bytes
        self.sources = sources
    }

    /// The steps up to the end of a section, or of the template.
    mutating func steps(until section: String?) -> [TemplateProgram.Step] {
        var steps: [TemplateProgram.Step] = []
        var text: [UInt8] = []
        func flush() {
            if !text.isEmpty { steps.append(.text(text)) }
            text = []
        }
        while let tag = nextTag() {
            text += bytes[offset..<tag.before]
            offset = tag.after
            let name = String(decoding: bytes[tag.name], as: UTF8.self)
            switch tag.kind {
            case .comment: break
            case .variable, .unescaped:
                flush()
                steps.append(.variable(Self.name(name), isEscaped: tag.kind == .variable))
            case .section, .inverted:
                flush()
                let inner = self.steps(until: name)
                steps.append(.section(Self.name(name), isInverted: tag.kind == .inverted, inner))
            case .close:
                flush()
                return steps
            case .partial:
                // A partial that stands alone in its line is indented as its tag is.
                let indentation = tag.isAlone ? bytes[tag.before..<tag.start] : []
                flush()
                var reader = TemplateReader(Self.indented(sources[name] ?? [], by: indentation), sources: sources)
                steps += reader.steps(until: nil)
            }
        }
        text += bytes[offset...]
        offset = bytes.count
        flush()
        return steps
    }

    private struct Tag {
        enum Kind { case variable, unescaped, section, inverted, close, partial, comment }
        let kind: Kind
        let name: Range<Int>
        /// Where the braces begin.
        let start: Int
        /// What the tag takes: itself, or its whole line.
        var before: Int
        var after: Int
        var isAlone = false
    }

    private func nextTag() -> Tag? {
        var start = offset
        while start + 1 < bytes.count, bytes[start] != Self.open || bytes[start + 1] != Self.open { start += 1 }
        guard start + 2 < bytes.count else { return nil }
        let isTriple = bytes[start + 2] == Self.open
        var inner = start + (isTriple ? 3 : 2)
        var end = inner
        while end + 1 < bytes.count, bytes[end] != Self.close || bytes[end + 1] != Self.close { end += 1 }
        guard end + 1 < bytes.count else { return nil }
        let kind: Tag.Kind
        switch isTriple ? UInt8(ascii: "{") : bytes[inner] {
        case UInt8(ascii: "{"): kind = .unescaped
        case UInt8(ascii: "&"): kind = .unescaped
        case UInt8(ascii: "#"): kind = .section
        case UInt8(ascii: "^"): kind = .inverted
        case UInt8(ascii: "/"): kind = .close
        case UInt8(ascii: ">"): kind = .partial
        case UInt8(ascii: "!"): kind = .comment
        default: kind = .variable
        }
        if !isTriple, kind != .variable { inner += 1 }
        let after = min(end + (isTriple ? 3 : 2), bytes.count)
        var tag = Tag(kind: kind, name: trimmed(inner..<max(inner, end)), start: start, before: start, after: after)
        if kind != .variable, kind != .unescaped { takeLine(&tag) }
        return tag
    }

    /// Widens a tag that stands alone in its line to the whole of it. A partial's own indentation stays, since the text
    /// of the partial stands there.
    private func takeLine(_ tag: inout Tag) {
        var start = tag.start
        while start > 0, Self.isBlank(bytes[start - 1]) { start -= 1 }
        guard start == 0 || bytes[start - 1] == Self.newline else { return }
        var end = tag.after
        while end < bytes.count, Self.isBlank(bytes[end]) { end += 1 }
        if end < bytes.count || end > tag.after {
            guard end < bytes.count else { return }
            if bytes[end] == UInt8(ascii: "\r"), end + 1 < bytes.count, bytes[end + 1] == Self.newline { end += 1 }
            guard bytes[end] == Self.newline else { return }
            end += 1
        }
        tag.isAlone = true
        tag.before = start
        tag.after = end
    }

    private static func indented(_ bytes: [UInt8], by indentation: some Collection<UInt8>) -> [UInt8] {
        guard !indentation.isEmpty else { return bytes }
        var output: [UInt8] = Array(indentation)
        for (index, byte) in bytes.enumerated() {
            output.append(byte)
            if byte == newline, index + 1 < bytes.count { output += indentation }
        }
        return output
    }

    private static func name(_ text: String) -> TemplateProgram.Name {
        let parts = text.split(separator: ".").map(String.init)
        return TemplateProgram.Name(first: parts.first, rest: Array(parts.dropFirst()))
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
        while upper > lower, bytes[upper - 1] <= 0x20 { upper -= 1 }
        return lower..<upper
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private static let open = UInt8(ascii: "{")
    private static let close = UInt8(ascii: "}")
    private static let newline = UInt8(ascii: "\n")
}
