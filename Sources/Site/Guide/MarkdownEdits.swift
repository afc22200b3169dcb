import Markup

/// Changes to a chapter's text that make plain Markdown of it, collected in any order and applied at once.
struct MarkdownEdits {
    private enum Edit {
        case bytes(Range<Int>, [UInt8])
        /// Whole lines, and a block of other lines in their place: it keeps apart what stands before and after it, also
        /// where it has no lines at all.
        case block(Range<Int>, prefix: Range<Int>, lines: [String])

        var range: Range<Int> {
            switch self {
            case .bytes(let range, _), .block(let range, _, _): range
            }
        }
    }

    private var edits: [Edit] = []
    private let text: ArraySlice<UInt8>

    init(_ text: ArraySlice<UInt8>) { self.text = text }

    mutating func replace(_ range: Range<Int>, with replacement: some StringProtocol) {
        edits.append(.bytes(range, Array(replacement.utf8)))
    }

    mutating func insert(_ insertion: some StringProtocol, at offset: Int) { replace(offset..<offset, with: insertion) }

    mutating func remove(_ range: Range<Int>) { edits.append(.bytes(range, [])) }

    /// Puts lines into the place of those that a range touches and of the blank ones behind them. Each begins with what
    /// the first line has before the range: the marks of quotes and lists, and indentation.
    mutating func replaceLines(of range: Range<Int>, with lines: [String]) {
        let start = lineStart(at: range.lowerBound)
        var end = lineEnd(at: max(range.lowerBound, range.upperBound - 1)) + 1
        while end < text.endIndex, isBlank(text[end..<lineEnd(at: end)]) { end = lineEnd(at: end) + 1 }
        edits.append(.block(start..<min(end, text.endIndex), prefix: start..<range.lowerBound, lines: lines))
    }

    /// Puts a line and a blank one before the block that begins at an offset.
    mutating func insertLine(_ line: String, before offset: Int) {
        let further = Self.continuation(of: text[lineStart(at: offset)..<offset])
        edits.append(
            .bytes(
                offset..<offset,
                line.utf8 + [UInt8(ascii: "\n")] + Self.trimmed(further) + [UInt8(ascii: "\n")] + further))
    }

    /// The text with all changes. A change inside one that was applied is dropped with what it changed.
    func applied() -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(text.count + edits.count * 8)
        var offset = text.startIndex
        let ordered = edits.enumerated().sorted {
            ($0.element.range.lowerBound, -$0.element.range.count, $0.offset)
                < ($1.element.range.lowerBound, -$1.element.range.count, $1.offset)
        }
        for (_, edit) in ordered where edit.range.lowerBound >= offset {
            output += text[offset..<edit.range.lowerBound]
            switch edit {
            case .bytes(_, let replacement): output += replacement
            case .block(let range, let prefix, let lines): write(lines, range, prefix: prefix, into: &output)
            }
            offset = edit.range.upperBound
        }
        return output + text[offset...]
    }

    private func write(_ lines: [String], _ range: Range<Int>, prefix: Range<Int>, into output: inout [UInt8]) {
        let first = text[prefix]
        let further = Self.continuation(of: first)
        let isItem = !isBlank(first)
        if !isItem || lines.isEmpty { separate(Self.trimmed(first.prefix(while: Self.isBlankOrQuote)), in: &output) }
        if isItem, lines.isEmpty {
            // An item may begin in the line after its mark, but not behind a blank one.
            output += Self.trimmed(first) + [UInt8(ascii: "\n")]
            return
        }
        for (index, line) in lines.enumerated() {
            output += Self.trimmed((index == 0 ? Array(first) : further) + line.utf8)
            output.append(UInt8(ascii: "\n"))
        }
        separate(leastQuoted(range, Self.trimmed(further[...])), in: &output)
    }

    /// Ends what was written with a blank line, where it does not yet.
    private func separate(_ blank: [UInt8], in output: inout [UInt8]) {
        guard let end = output.indices.last else { return }
        let start = output[..<end].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
        let last = output[start..<end]
        if isBlank(last), Self.quotes(last) <= Self.quotes(blank[...]) { return }
        if Self.isListMark(last) { return }
        output += blank + [UInt8(ascii: "\n")]
    }

    /// The blank line among those of a range that ends the most quotes: two quotes must not become one.
    private func leastQuoted(_ range: Range<Int>, _ own: [UInt8]) -> [UInt8] {
        var least = own
        var start = range.lowerBound
        while start < range.upperBound {
            let line = text[start..<lineEnd(at: start)]
            if isBlank(line), Self.quotes(line) < Self.quotes(least[...]) { least = Self.trimmed(line) }
            start = line.endIndex + 1
        }
        return least
    }

    func lineStart(at offset: Int) -> Int {
        var start = offset
        while start > text.startIndex, text[start - 1] != UInt8(ascii: "\n") { start -= 1 }
        return start
    }

    /// The offset of the line's break, or of the text's end.
    func lineEnd(at offset: Int) -> Int {
        var end = offset
        while end < text.endIndex, text[end] != UInt8(ascii: "\n") { end += 1 }
        return end
    }

    private func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy(Self.isBlankOrQuote) }

    private static func isBlankOrQuote(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: ">")
    }

    /// What stands before the further lines of a block: a list's mark stands before the first line of its item only.
    private static func continuation(of prefix: ArraySlice<UInt8>) -> [UInt8] {
        prefix.map { isBlankOrQuote($0) ? $0 : UInt8(ascii: " ") }
    }

    private static func quotes(_ line: ArraySlice<UInt8>) -> Int { line.count { $0 == UInt8(ascii: ">") } }

    /// Whether a line has nothing but the mark of a list item: the item begins in the next one.
    private static func isListMark(_ line: ArraySlice<UInt8>) -> Bool {
        let mark = line.drop(while: isBlankOrQuote)
        switch mark.last {
        case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): return mark.count == 1
        case UInt8(ascii: "."), UInt8(ascii: ")"):
            return mark.count > 1 && mark.dropLast().allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
        default: return false
        }
    }

    private static func trimmed(_ line: some BidirectionalCollection<UInt8>) -> [UInt8] {
        let end = line.lastIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
        return end.map { Array(line[...$0]) } ?? []
    }
}
