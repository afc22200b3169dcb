import Glibc

/// The lines of a leaf block: which bytes of the text each byte of its content comes from.
///
/// cmark-gfm keeps of each line what remains without the containers' prefixes. What remains is always the end of the
/// line, so a line's content is found from its length alone; where a tab was split, spaces stand for the rest of it.
struct BlockLines {
    /// Where a stretch of content begins, and where its bytes are in the text.
    struct Stretch {
        var content: Int
        var source: Int
        /// Spaces that stand for a tab are all at its place.
        var floor = 0
    }

    private(set) var stretches: [Stretch] = []
    /// The stretch of the last look-up: look-ups come nearly in order.
    private var last = 0

    mutating func removeAll() {
        stretches.removeAll(keepingCapacity: true)
        last = 0
    }

    mutating func reset(content: Int, source: Int) {
        removeAll()
        add(content: content, source: source)
    }

    mutating func add(content: Int, source: Int) {
        stretches.append(Stretch(content: content, source: source))
    }

    /// Spaces that stand for what is left of the tab before `source`.
    mutating func add(content: Int, padding: Int, before source: Int) {
        stretches.append(Stretch(content: content, source: source - padding, floor: source - 1))
    }

    /// The byte of the text that a byte of the content stands for.
    mutating func source(of offset: Int) -> Int {
        while last > 0, stretches[last].content > offset { last -= 1 }
        while last + 1 < stretches.count, stretches[last + 1].content <= offset { last += 1 }
        let stretch = stretches[last]
        return max(stretch.source + offset - stretch.content, stretch.floor)
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

    /// Finds the lines of a paragraph's or setext heading's content, one after the other from the line that
    /// `candidates` says first. Returns the lines, or `nil` where the content is not found.
    mutating func placeLines(of content: UnsafeBufferPointer<UInt8>, candidates: some Sequence<Int>) -> Range<Int>? {
        for first in candidates {
            reader.lines.removeAll()
            var line = first
            var start = 0
            while start < content.count {
                var end = start
                while end < content.count, content[end] != .newline { end += 1 }
                guard placeLine(content[start..<end], line: line, isFirst: line == first) else { break }
                start = end + 1
                line += 1
            }
            if start >= content.count, line > first { return first..<line }
        }
        return nil
    }

    private mutating func placeLine(_ content: Slice<UnsafeBufferPointer<UInt8>>, line: Int, isFirst: Bool) -> Bool {
        guard line >= 0, line < scan.lines.count else { return false }
        let (source, padding) = placeVerbatim(content, line: line)
        if padding > 0 {
            // A lazy line may begin with what is left of a tab.
            guard padding < 4, content.prefix(padding).allSatisfy({ $0 == .space }),
                source.lowerBound > scan.lines.start(line), fed[source.lowerBound - 1] == .tab
            else { return false }
            reader.lines.add(content: content.startIndex, padding: padding, before: source.lowerBound)
        } else if !isFirst, !isPrefix(scan.lines.start(line)..<source.lowerBound) {
            return false
        }
        reader.lines.add(content: content.startIndex + padding, source: source.lowerBound)
        return true
    }

    /// Whether nothing but containers' prefixes stands in a range.
    private func isPrefix(_ range: Range<Int>) -> Bool {
        fed[range].allSatisfy { $0 == .space || $0 == .tab || $0 == .greater }
    }

    /// A line of verbatim content (code, HTML): its bytes in the text, and the spaces that stand for part of a tab.
    func placeVerbatim(_ content: Slice<UnsafeBufferPointer<UInt8>>, line: Int) -> (source: Range<Int>, padding: Int) {
        let range = scan.lines.range(min(line, scan.lines.count - 1))
        // Most lines have no tab that was split.
        if content.count <= range.count, let bytes = content.base.baseAddress, let fed = fed.baseAddress,
            memcmp(bytes + content.startIndex, fed + range.upperBound - content.count, content.count) == 0
        {
            return (range.upperBound - content.count..<range.upperBound, 0)
        }
        var source = range.upperBound
        var index = content.endIndex
        while index > content.startIndex, source > range.lowerBound, fed[source - 1] == content[index - 1] {
            source -= 1
            index -= 1
        }
        return (source..<range.upperBound, index - content.startIndex)
    }
}
