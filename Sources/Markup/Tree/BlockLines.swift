/// The lines of a leaf block: which bytes of the text each byte of its content comes from.
///
/// cmark-gfm keeps of each line what remains without the containers' prefixes. What remains is always the end of the
/// line, so a line's content is found from its length alone; where a tab was split, spaces stand for the rest of it.
struct BlockLines {
    /// Where a stretch of content begins, and where its bytes are in the text.
    struct Stretch {
        var content: Int
        var source: Int
    }

    private(set) var stretches: [Stretch] = []
    /// The stretch of the last look-up: look-ups come nearly in order.
    private var last = 0

    mutating func reset(content: Int, source: Int) {
        stretches.removeAll(keepingCapacity: true)
        stretches.append(Stretch(content: content, source: source))
        last = 0
    }

    mutating func add(content: Int, source: Int) {
        stretches.append(Stretch(content: content, source: source))
    }

    /// The byte of the text that a byte of the content stands for.
    mutating func source(of offset: Int) -> Int {
        if stretches[last].content > offset { last = 0 }
        while last + 1 < stretches.count, stretches[last + 1].content <= offset { last += 1 }
        return stretches[last].source + offset - stretches[last].content
    }

    /// The bytes of the text that a range of content covers.
    mutating func source(of range: Range<Int>) -> Range<Int> {
        let lower = source(of: range.lowerBound)
        if range.isEmpty { return lower..<lower }
        let upper = source(of: range.upperBound - 1) + 1
        return lower..<max(lower, upper)
    }
}

extension TreeBuilder {
    /// The line of the text, from 0, that cmark-gfm counts as `line`.
    func lineIndex(_ line: Int) -> Int { min(max(line - 1 - leadingLines, 0), scan.lines.count - 1) }

    /// The offset of a block's first byte.
    func blockStart(line: Int, column: Int) -> Int {
        let line = lineIndex(line)
        return min(scan.lines.start(line) + max(column - 1, 0), scan.lines.end(line))
    }

    /// Whether the end of a line of the text is `content`.
    func line(_ line: Int, endsWith content: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        guard line >= 0, line < scan.lines.count else { return false }
        let range = scan.lines.range(line)
        guard content.count <= range.count else { return false }
        return fed[(range.upperBound - content.count)..<range.upperBound].elementsEqual(content)
    }

    /// Finds the lines of a paragraph's or setext heading's content, one after the other from the line that
    /// `candidates` says first. Returns the line, or `nil` where the content is not found.
    mutating func placeLines(of content: UnsafeBufferPointer<UInt8>, candidates: some Sequence<Int>) -> Range<Int>? {
        for first in candidates {
            var line = first
            var start = 0
            var matches = true
            while start < content.count {
                var end = start
                while end < content.count, content[end] != .newline { end += 1 }
                guard self.line(line, endsWith: content[start..<end]), line == first || isPrefix(line, end - start)
                else {
                    matches = false
                    break
                }
                let source = scan.lines.end(line) - (end - start)
                if start == 0 {
                    reader.lines.reset(content: 0, source: source)
                } else {
                    reader.lines.add(content: start, source: source)
                }
                start = end + 1
                line += 1
            }
            if matches { return first..<line }
        }
        return nil
    }

    /// Whether nothing but containers' prefixes stands before the last `count` bytes of a line.
    private func isPrefix(_ line: Int, _ count: Int) -> Bool {
        let range = scan.lines.range(line)
        return fed[range.lowerBound..<(range.upperBound - count)].allSatisfy {
            $0 == .space || $0 == .tab || $0 == .greater
        }
    }

    /// A line of verbatim content (code, HTML): its bytes in the text, and the spaces that stand for part of a tab.
    func placeVerbatim(_ content: Slice<UnsafeBufferPointer<UInt8>>, line: Int) -> (source: Range<Int>, padding: Int) {
        let range = scan.lines.range(min(line, scan.lines.count - 1))
        var source = range.upperBound
        var index = content.endIndex
        while index > content.startIndex, source > range.lowerBound, fed[source - 1] == content[index - 1] {
            source -= 1
            index -= 1
        }
        return (source..<range.upperBound, index - content.startIndex)
    }
}
