extension TreeBuilder {
    /// What stood in one paragraph with a table's header, before it: its lines precede the table's.
    mutating func enterParagraphBeforeTable(_ parsed: ParsedNode) {
        let tableStart = lineIndex(parsed.endLine)
        var count = 1
        for byte in parsed.content where byte == .newline { count += 1 }
        // Definitions may have been taken off before it, which moves it down.
        let found = (tableStart..<scan.lines.count).prefix(1000).first {
            placeUnescapedLines(of: parsed.content, from: $0)
        }
        linesBeforeTable = (found ?? tableStart) + count - tableStart
        var block = parsed
        block.line = parsed.endLine
        block.endLine = parsed.endLine + linesBeforeTable - 1
        enterLeaf(.paragraph, parsed.content, lines: found.map { $0..<$0 + count }, fallback: block)
    }

    /// Places lines in which `\|` became `|`. Returns whether they stand there.
    private mutating func placeUnescapedLines(of content: UnsafeBufferPointer<UInt8>, from first: Int) -> Bool {
        reader.lines.removeAll()
        var line = first
        var start = 0
        while start <= content.count {
            guard line < scan.lines.count else { return false }
            var end = start
            while end < content.count, content[end] != .newline { end += 1 }
            let range = scan.lines.range(line)
            // The content as a whole has been trimmed.
            let sourceEnd = end == content.count ? text.trimmed(range).upperBound : range.upperBound
            var source = sourceEnd
            var index = end
            while index > start, source > range.lowerBound, fed[source - 1] == content[index - 1] {
                source -= 1
                index -= 1
                if content[index] == .pipe, source > range.lowerBound, fed[source - 1] == .backslash { source -= 1 }
            }
            if index > start {
                guard index - start < 4, content[start..<index].allSatisfy({ $0 == .space }),
                    source > range.lowerBound, fed[source - 1] == .tab
                else { return false }
                reader.lines.add(content: start, padding: index - start, before: source)
            }
            reader.lines.add(content: index, source: source)
            _ = placeUnescaped(source..<sourceEnd, at: index)
            start = end + 1
            line += 1
        }
        return true
    }

    /// Maps content in which `\|` became `|`. Returns the content's offset after it.
    private mutating func placeUnescaped(_ source: Range<Int>, at content: Int) -> Int {
        var content = content
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
        let count = placeUnescaped(range, at: 0)
        read(parsed.content, isPlaced: count == parsed.content.count)
    }
}
