/// The pattern of `|>` and `!>`: literals with `<_>` between them.
struct LinePattern {
    private enum Part {
        case literal([UInt8])
        case gap
    }

    private var parts: [Part] = []

    init(_ text: [UInt8]) {
        var literal: [UInt8] = []
        for node in PatternText.nodes(of: text) {
            switch node {
            case .capture:
                if !literal.isEmpty { parts.append(.literal(literal)) }
                literal = []
                parts.append(.gap)
            case .literal(let bytes): literal += bytes
            }
        }
        if !literal.isEmpty { parts.append(.literal(literal)) }
    }

    /// A gap stands for one byte at least, and the text ends with the pattern.
    func matches(_ text: Bytes) -> Bool {
        guard !text.isEmpty, let last = parts.last else { return text.isEmpty && parts.isEmpty }
        var offset = 0
        for (index, part) in parts.enumerated() {
            guard case .literal(let literal) = part else { continue }
            guard let found = literal.withUnsafeBufferPointer({ text.slice(from: offset).find($0) }) else {
                return false
            }
            if index != 0, found == 0 { return false }
            offset += found + literal.count
        }
        let endsWithGap = if case .gap = last { true } else { false }
        return endsWithGap == (offset != text.count)
    }
}

/// The texts of `pattern`, `|>` and `!>` in their parts.
enum PatternText {
    enum Node: Equatable {
        case literal([UInt8])
        /// `_` where it has no name.
        case capture(String)
    }

    /// `<name>` is a capture where the name is one; every other `<` stands for itself.
    static func nodes(of text: [UInt8]) -> [Node] {
        var nodes: [Node] = []
        var literal: [UInt8] = []
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: "<"), let end = captureEnd(text, index) {
                if !literal.isEmpty { nodes.append(.literal(literal)) }
                literal = []
                nodes.append(.capture(String(decoding: text[index + 1..<end], as: UTF8.self)))
                index = end + 1
            } else {
                literal.append(text[index])
                index += 1
            }
        }
        if !literal.isEmpty { nodes.append(.literal(literal)) }
        return nodes
    }

    private static func captureEnd(_ text: [UInt8], _ start: Int) -> Int? {
        var index = start + 1
        guard index < text.count, text[index].isNameStart else { return nil }
        while index < text.count, text[index].isNamePart { index += 1 }
        return index < text.count && text[index] == UInt8(ascii: ">") ? index : nil
    }
}
