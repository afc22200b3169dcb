extension TreeBuilder {
    mutating func enterBlock(_ parsed: ParsedNode) {
        if parsed.kind == .htmlBlock, enterContainerMark(parsed) { return }
        switch parsed.kind {
        case .paragraph: enterParagraph(parsed)
        case .heading: enterHeading(parsed)
        case .codeBlock: enterCodeBlock(parsed)
        case .htmlBlock: enterHTMLBlock(parsed)
        case .table: enterTable(parsed)
        case .tableRow: enterRow(parsed)
        case .tableCell: enterCell(parsed)
        case .footnoteDefinition: enterFootnoteDefinition(parsed)
        case .thematicBreak:
            let start = blockStart(line: parsed.line, column: parsed.column)
            let line = lineIndex(parsed.line)
            push(.thematicBreak, text.trimmed(start..<scan.lines.end(line)))
            cover(line..<line + 1)
        default: enterContainer(parsed)
        }
    }

    /// Quotes, lists and items: where they begin is told; they end with what they hold.
    private mutating func enterContainer(_ parsed: ParsedNode) {
        let start = blockStart(line: parsed.line, column: parsed.column)
        let line = lineIndex(parsed.line)
        let end = LinePrefix.endOfMarker(at: min(start, max(0, text.count - 1)), to: scan.lines.end(line), in: text)
        push(parsed.kind, start..<max(start, parsed.kind == .list ? start : end ?? start), flags: parsed.flags)
        if parsed.kind == .list { nodes[current].payload = Int32(parsed.number) }
        if parsed.kind == .item, parsed.flags.contains(.task) { readCheckBox(after: end ?? start, line: line) }
    }

    /// cmark-gfm looks for a ticked box anywhere in the line; the box is the one after the item's marker.
    private mutating func readCheckBox(after start: Int, line: Int) {
        let range = text.trimmed(start..<max(start, scan.lines.end(line)))
        guard range.count >= 3, text[range.lowerBound] == .leftBracket else { return }
        if text[range.lowerBound + 1].lowercased == UInt8(ascii: "x") { nodes[current].flags.insert(.checked) }
    }

    private mutating func enterParagraph(_ parsed: ParsedNode) {
        let content = parsed.content
        if parsed.line == 0 {
            enterParagraphBeforeTable(parsed)
            return
        }
        var count = 0
        for byte in content where byte == .newline { count += 1 }
        if content.last != .newline { count += 1 }
        // The last line is told right; definitions taken off the beginning move only the first.
        let first = lineIndex(parsed.endLine) - count + 1
        let start = lineIndex(parsed.line)
        let lines =
            placeLines(of: content, candidates: CollectionOfOne(first))
            ?? placeLines(of: content, candidates: start...max(start, lineIndex(parsed.endLine)))
        enterLeaf(.paragraph, content, lines: lines, fallback: parsed)
    }

    /// Pushes a block of inlines whose lines have been placed.
    mutating func enterLeaf(
        _ kind: Node.Kind, _ content: UnsafeBufferPointer<UInt8>, lines: Range<Int>?, fallback parsed: ParsedNode
    ) {
        let trimmed = content.trimmed(0..<content.count)
        if let lines {
            push(kind, reader.lines.source(of: trimmed))
            cover(lines)
        } else {
            let start = blockStart(line: parsed.line, column: parsed.column)
            let end = scan.lines.end(lineIndex(max(parsed.line, parsed.endLine)))
            push(kind, start..<max(start, end))
            cover(lineIndex(parsed.line)..<lineIndex(parsed.endLine) + 1)
        }
        read(content, isPlaced: lines != nil)
    }

    private mutating func enterHTMLBlock(_ parsed: ParsedNode) {
        let first = lineIndex(parsed.line)
        let start = blockStart(line: parsed.line, column: parsed.column)
        let (textRange, lines, end) = verbatimBlock(parsed.literal, firstLine: first)
        push(.htmlBlock, start..<max(start, end))
        setText(textRange)
        cover(first..<first + lines.count)
    }

    /// Places the lines of verbatim content. Returns its text in the buffer (the author's own bytes where they stand
    /// in one piece), its lines, and the end of the last in the text.
    mutating func verbatimBlock(
        _ literal: UnsafeBufferPointer<UInt8>, firstLine: Int
    ) -> (text: Range<Int>, lines: [VerbatimLine], end: Int) {
        var lines: [VerbatimLine] = []
        var start = 0
        var isOnePiece = true
        var expected: Int?
        while start < literal.count {
            var end = start
            while end < literal.count, literal[end] != .newline { end += 1 }
            let (source, padding) = placeVerbatim(literal[start..<end], line: firstLine + lines.count)
            if padding > 0 || expected.map({ $0 != source.lowerBound }) ?? false { isOnePiece = false }
            // The byte after the line must be the one that the literal has there.
            let next = source.upperBound
            if next >= text.count || text[next] != .newline { isOnePiece = false }
            expected = next + 1
            lines.append(VerbatimLine(source: source, padding: padding))
            start = end + 1
        }
        guard let first = lines.first, let last = lines.last else {
            let line = min(firstLine, scan.lines.count - 1)
            return (buffer.count..<buffer.count, [], scan.lines.end(line))
        }
        if isOnePiece { return (first.source.lowerBound..<last.source.upperBound + 1, lines, last.source.upperBound) }
        let textStart = buffer.count
        for line in lines {
            for _ in 0..<line.padding { buffer.append(.space) }
            buffer.append(contentsOf: text[line.source])
            buffer.append(.newline)
        }
        return (textStart..<buffer.count, lines, last.source.upperBound)
    }
}

/// A line of code or HTML: its bytes in the text, after spaces that stand for part of a tab.
struct VerbatimLine: Sendable {
    var source: Range<Int>
    var padding: Int
}
