import Diagnostics

/// What the tree keeps of a code block.
struct CodeBlockData: Sendable {
    var node: Int32
    var isFenced: Bool
    /// The first line from its first backtick or tilde; of an indented block empty.
    var fenceRange: Range<Int>
    /// What follows the fence's marks, trimmed.
    var infoRange: Range<Int>
    /// The language as cmark-gfm would tell it, attributes aside. In the buffer.
    var language: Range<Int>
    var attributes: FenceAttributes?
    var bodyRange: Range<Int>
    var closingRange: Range<Int>?
    /// The lines of the body; empty if the body is a piece of the text.
    var lines: [VerbatimLine]
}

extension TreeBuilder {
    mutating func enterCodeBlock(_ parsed: ParsedNode) {
        let start = blockStart(line: parsed.line, column: parsed.column)
        let first = lineIndex(parsed.line)
        guard parsed.isFenced else {
            let (textRange, lines, end) = verbatimBlock(parsed.literal, firstLine: first)
            push(.codeBlock, start..<max(start, end))
            cover(first..<first + lines.count)
            addCodeBlock(
                CodeBlockData(
                    node: Int32(current), isFenced: false, fenceRange: start..<start, infoRange: start..<start,
                    language: 0..<0, bodyRange: start..<max(start, end), lines: lines), text: textRange)
            return
        }
        let fenceEnd = scan.lines.end(first)
        var markEnd = start
        while markEnd < fenceEnd, text[markEnd] == text[start] { markEnd += 1 }
        let info = text.trimmed(markEnd..<max(markEnd, fenceEnd))
        var (textRange, lines, end) = verbatimBlock(parsed.literal, firstLine: first + 1)
        if lines.isEmpty { end = fenceEnd }
        let closing = closingFence(start..<markEnd, line: first + lines.count + 1, parsed)
        let emptyBody = closing == nil ? fenceEnd : scan.lines.start(first + 1)
        let bodyStart = lines.first?.source.lowerBound ?? emptyBody
        push(.codeBlock, start..<max(start, closing?.upperBound ?? end))
        cover(first..<first + lines.count + (closing == nil ? 1 : 2))
        var block = CodeBlockData(
            node: Int32(current), isFenced: true,
            fenceRange: start..<max(start, text.trimmed(start..<fenceEnd).upperBound),
            infoRange: info, language: 0..<0, bodyRange: bodyStart..<max(bodyStart, lines.isEmpty ? bodyStart : end),
            closingRange: closing, lines: lines)
        readInfo(parsed.content, into: &block)
        addCodeBlock(block, text: textRange)
    }

    private mutating func addCodeBlock(_ block: CodeBlockData, text range: Range<Int>) {
        setText(range)
        nodes[current].payload = Int32(codeBlocks.count)
        codeBlocks.append(block)
        // A piece of the text maps to itself; only lines that lost a prefix need their places kept.
        if range.upperBound <= text.count { codeBlocks[codeBlocks.count - 1].lines = [] }
    }

    /// The line that closes a fence. A block that ends with its container has none, though cmark-gfm then says that
    /// it ends with the line after it; there, another block begins.
    private func closingFence(_ mark: Range<Int>, line: Int, _ parsed: ParsedNode) -> Range<Int>? {
        guard line < scan.lines.count, lineIndex(parsed.endLine) >= line,
            parsed.nextLine == 0 || lineIndex(parsed.nextLine) != line
        else { return nil }
        let lineRange = scan.lines.range(line)
        let start = LinePrefix.continuationStart(lineRange, in: text)
        let range = text.trimmed(start..<max(start, lineRange.upperBound))
        guard range.count >= mark.count, text[range].allSatisfy({ $0 == text[mark.lowerBound] }) else { return nil }
        return range
    }

    /// Parts the info string into the language and the attributes.
    private mutating func readInfo(_ info: UnsafeBufferPointer<UInt8>, into block: inout CodeBlockData) {
        let range = block.infoRange
        guard let brace = text[range].firstIndex(of: .leftBrace) else {
            let end = info.firstIndex { $0.isSpace } ?? info.count
            block.language = keep(info[0..<end])
            if end < info.count, let blank = text[range].firstIndex(where: { $0.isSpace }) {
                let rest = text.trimmed(blank..<range.upperBound)
                diagnostics.append(FenceAttributeSyntax.outsideBraces(at: map.origin(of: rest)))
            }
            return
        }
        let words = text.trimmed(range.lowerBound..<brace)
        let end = text[words].firstIndex { $0.isSpace } ?? words.upperBound
        block.language = words.lowerBound..<end
        if end < words.upperBound {
            let rest = text.trimmed(end..<words.upperBound)
            diagnostics.append(FenceAttributeSyntax.outsideBraces(at: map.origin(of: rest)))
        }
        let parser = FenceAttributeParser(brace..<range.upperBound, in: text, map: map)
        block.attributes = parser.attributes
        diagnostics += parser.diagnostics
    }
}
