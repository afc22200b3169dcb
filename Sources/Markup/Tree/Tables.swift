extension TreeBuilder {
    /// What stood in one paragraph with a table's header, before it: its lines precede the table's.
    mutating func enterParagraphBeforeTable(_ parsed: ParsedNode) {
        let first = lineIndex(parsed.endLine)
        var count = 1
        for byte in parsed.content where byte == .newline { count += 1 }
        linesBeforeTable = count
        // Escaped pipes have been unescaped, so that a line is not the end of the text's line: it is read in full.
        var content = 0
        var isPlaced = true
        for line in first..<min(first + count, scan.lines.count) {
            let column = line == first ? blockStart(line: parsed.endLine, column: parsed.column) : nil
            let start = column ?? LinePrefix.continuationStart(scan.lines.range(line), in: text)
            if line == first { reader.lines.reset(content: 0, source: start) }
            let end = scan.lines.end(line)
            content = placeUnescaped(start..<end, at: content, isFirst: line == first) + 1
        }
        isPlaced = content - 1 >= parsed.content.count
        var block = parsed
        block.line = parsed.endLine
        block.endLine = parsed.endLine + count - 1
        enterLeaf(.paragraph, parsed.content, lines: isPlaced ? first..<first + count : nil, fallback: block)
    }

    /// Maps content in which `\|` became `|`. Returns the content's offset after it.
    private mutating func placeUnescaped(_ source: Range<Int>, at content: Int, isFirst: Bool) -> Int {
        var content = content
        if !isFirst { reader.lines.add(content: content, source: source.lowerBound) }
        var offset = source.lowerBound
        while offset < source.upperBound {
            if text[offset] == .backslash, offset + 1 < source.upperBound, text[offset + 1] == .pipe {
                reader.lines.add(content: content, source: offset + 1)
                offset += 1
            }
            offset += 1
            content += 1
        }
        return content
    }

    mutating func enterTable(_ parsed: ParsedNode) {
        tableLine = lineIndex(parsed.line) + linesBeforeTable
        let column = linesBeforeTable > 0 ? nil : parsed.column
        linesBeforeTable = 0
        let line = min(tableLine, scan.lines.count - 1)
        let start =
            column.map { blockStart(line: parsed.line, column: $0) }
            ?? LinePrefix.continuationStart(scan.lines.range(line), in: text)
        let end = scan.lines.end(min(line + 1, scan.lines.count - 1))
        push(.table, start..<max(start, end))
        nodes[current].payload = Int32(parsed.extra.count)
        alignments = parsed.extra.map {
            switch $0 {
            case UInt8(ascii: "l"): .left
            case UInt8(ascii: "c"): .center
            case UInt8(ascii: "r"): .right
            default: .none
            }
        }
        // The header and the line of dashes.
        cover(line..<line + 2)
    }

    mutating func enterRow(_ parsed: ParsedNode) {
        let isHeader = parsed.flags.contains(.header)
        let line = min(isHeader ? tableLine : lineIndex(parsed.line), scan.lines.count - 1)
        let start =
            isHeader ? Int(nodes[current].lower) : LinePrefix.continuationStart(scan.lines.range(line), in: text)
        let range = text.trimmed(start..<max(start, scan.lines.end(line)))
        push(.tableRow, range, flags: parsed.flags)
        rowPosition = range.lowerBound
        if rowPosition < range.upperBound, text[rowPosition] == .pipe { rowPosition += 1 }
        column = 0
        cover(line..<line + 1)
    }

    mutating func enterCell(_ parsed: ParsedNode) {
        let row = nodes[current]
        let start = rowPosition
        var end = start
        // A pipe after a backslash never ends a cell, not even after two: the longest cell holds.
        while end < row.upper, text[end] != .pipe || (end > start && text[end - 1] == .backslash) { end += 1 }
        end = min(end, Int(row.upper))
        rowPosition = min(end + 1, Int(row.upper))
        let range = text.trimmed(start..<end)
        push(.tableCell, range, flags: row.flags)
        nodes[current].detail = column < alignments.count ? alignments[column].rawValue : 0
        column += 1
        reader.lines.reset(content: 0, source: range.lowerBound)
        let count = placeUnescaped(range, at: 0, isFirst: true)
        read(parsed.content, isPlaced: count == parsed.content.count)
    }
}
