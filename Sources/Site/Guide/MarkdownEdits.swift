import Markup

/// Changes to a chapter's text that make plain Markdown of it, collected in any order and applied at once.
struct MarkdownEdits {
    private var edits: [(range: Range<Int>, replacement: [UInt8])] = []
    private let text: ArraySlice<UInt8>

    init(_ text: ArraySlice<UInt8>) { self.text = text }

    mutating func replace(_ range: Range<Int>, with replacement: some StringProtocol) {
        edits.append((range, Array(replacement.utf8)))
    }

    mutating func insert(_ insertion: some StringProtocol, at offset: Int) { replace(offset..<offset, with: insertion) }

    mutating func remove(_ range: Range<Int>) { edits.append((range, [])) }

    /// Removes the lines that a range touches, with their line breaks and the blank lines behind them.
    mutating func removeLines(of range: Range<Int>) {
        var end = lineEnd(at: max(range.lowerBound, range.upperBound - 1)) + 1
        while end < text.endIndex, lineEnd(at: end) == end || isBlank(end..<lineEnd(at: end)) {
            end = lineEnd(at: end) + 1
        }
        edits.append((lineStart(at: range.lowerBound)..<min(end, text.endIndex), []))
    }

    /// Puts lines into the place of one line. Each begins with what the line has before `range`: the marks of quotes
    /// and indentation.
    mutating func replaceLine(of range: Range<Int>, with lines: [String]) {
        let start = lineStart(at: range.lowerBound)
        let end = lineEnd(at: range.lowerBound)
        let prefix = String(decoding: text[start..<range.lowerBound], as: UTF8.self)
        let isFollowedByBlank = end + 1 >= text.endIndex || isBlank(end + 1..<lineEnd(at: end + 1))
        let all = lines + (isFollowedByBlank || lines.last == "" ? [] : [""])
        replace(range.lowerBound..<end, with: all.joined(separator: "\n" + prefix))
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
            output += edit.replacement
            offset = edit.range.upperBound
        }
        return output + text[offset...]
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

    private func isBlank(_ range: Range<Int>) -> Bool {
        text[range].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: ">") }
    }
}
