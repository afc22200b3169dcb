import Diagnostics

/// What the tree keeps of a heading.
struct HeadingData: Sendable {
    var node: Int32
    /// The heading's text as written, without its marks and its id.
    var textRange: Range<Int>
    /// `{#id}`, with its braces.
    var attributeRange: Range<Int>?
    /// The id in `{#id}`.
    var idRange: Range<Int>?
    var id = ""
}

extension TreeBuilder {
    mutating func enterHeading(_ parsed: ParsedNode) {
        let content = parsed.content
        let start = blockStart(line: parsed.line, column: parsed.column)
        let first = lineIndex(parsed.line)
        var lines: Range<Int>?
        let isATX = start < text.count && text[start] == .hash && !content.contains(.newline)
        if isATX {
            var offset = start
            while offset < scan.lines.end(first), text[offset] == .hash { offset += 1 }
            while offset < scan.lines.end(first), text[offset] == .space || text[offset] == .tab { offset += 1 }
            if offset + content.count <= scan.lines.end(first),
                fed[offset..<offset + content.count].elementsEqual(content)
            {
                reader.lines.reset(content: 0, source: offset)
                lines = first..<first + 1
            }
        } else {
            lines = placeLines(of: content, candidates: first...max(first, lineIndex(parsed.endLine)))
            // The line of `=` or `-` belongs to the heading.
            if let found = lines { lines = found.lowerBound..<found.upperBound + 1 }
        }
        enterLeaf(.heading, content, lines: lines, fallback: parsed)
        let textRange = nodes[current].range
        let last = min((lines?.upperBound ?? first + 1) - 1, scan.lines.count - 1)
        let end = text.trimmed(min(textRange.lowerBound, scan.lines.end(last))..<scan.lines.end(last)).upperBound
        nodes[current].upper = Int32(max(textRange.upperBound, end))
        if isATX { nodes[current].lower = Int32(start) }
        nodes[current].detail = UInt8(clamping: parsed.number)
        nodes[current].payload = Int32(headings.count)
        headings.append(HeadingData(node: Int32(current), textRange: textRange))
    }

    /// Takes `{#id}` off the end of a heading.
    mutating func finishHeading() {
        let index = Int(nodes[current].payload)
        let range = headings[index].textRange
        guard reader.isPlaced, let mark = attribute(in: range) else { return }
        headings[index].attributeRange = mark
        let id = mark.lowerBound + 2..<mark.upperBound - 1
        let last = Int(open[open.count - 1].lastChild)
        let text = nodes[last].text
        // The id is one run of plain text unless a pair of marks in it was taken for emphasis.
        guard isID(id), nodes[last].kind == .text, Int(nodes[last].upper) == mark.upperBound,
            text.count >= mark.count,
            buffer[text.upperBound - mark.count..<text.upperBound].elementsEqual(self.text[mark])
        else {
            diagnostics.append(HeadingIDSyntax.malformed(at: map.origin(of: mark)))
            return
        }
        headings[index].idRange = id
        headings[index].textRange = self.text.trimmed(range.lowerBound..<mark.lowerBound)
        var end = text.upperBound - mark.count
        while end > text.lowerBound, buffer[end - 1].isSpace { end -= 1 }
        nodes[last].textUpper = Int32(end)
        nodes[last].upper = Int32(max(Int(nodes[last].lower), headings[index].textRange.upperBound))
    }

    /// `{#…}` at the end of a range, after a blank or alone.
    private func attribute(in range: Range<Int>) -> Range<Int>? {
        guard range.count > 3, text[range.upperBound - 1] == .rightBrace else { return nil }
        var start = range.upperBound - 1
        while start > range.lowerBound, text[start] != .leftBrace { start -= 1 }
        guard text[start] == .leftBrace, text[start + 1] == .hash else { return nil }
        guard start == range.lowerBound || text[start - 1].isSpace else { return nil }
        return start..<range.upperBound
    }

    /// Ids begin with a letter or digit and hold letters, digits, `-`, `_`, `.` and `:`; letters of any script.
    private func isID(_ range: Range<Int>) -> Bool {
        guard let first = range.first, text[first].isLetter || text[first].isDigit || text[first] >= 0x80 else {
            return false
        }
        return text[range].allSatisfy {
            $0.isLetter || $0.isDigit || $0 >= 0x80 || $0 == .hyphen || $0 == .underscore || $0 == .period
                || $0 == .colon
        }
    }
}
