/// What the tree keeps of a footnote.
struct FootnoteData: Sendable {
    /// The definition's node; none where an earlier definition has the same label.
    var node: Int32
    /// The label in the text.
    var label: Range<Int>
    /// From 1, in the order of first references; 0 if nothing refers to it.
    var number = 0
    /// The references in document order.
    var references: [Int32] = []
}

extension TreeBuilder {
    /// cmark-gfm drops footnotes that nothing refers to, and what they hold with them. Lines of our own before the text
    /// refer to each, so that none is dropped; they are left out of the tree.
    static func leadingReferences(to labels: [Range<Int>], in text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        labels.flatMap { [.leftBracket, .caret] + text[$0] + [.rightBracket, .newline, .newline] }
    }

    mutating func enterFootnoteDefinition(_ parsed: ParsedNode) {
        // Definitions are moved to the end of the document; what is open there does not hold them.
        closeContainers()
        let line = lineIndex(parsed.line)
        let range = scan.lines.range(line)
        // cmark-gfm's column is that of the first byte after the colon and what blanks follow it.
        var start = min(blockStart(line: parsed.line, column: parsed.column), range.upperBound)
        let markEnd = start
        while start > range.lowerBound + 1,
            !(text[start - 1] == .caret && text[start - 2] == .leftBracket
                && LinePrefix.footnoteLabel(start - 2..<range.upperBound, in: text) != nil)
        { start -= 1 }
        start = max(range.lowerBound, start - 2)
        push(.footnoteDefinition, start..<max(start, markEnd))
        cover(line..<line + 1)
        nodes[current].payload = Int32(footnotes.count)
        let label = LinePrefix.footnoteLabel(start..<range.upperBound, in: text) ?? start..<start
        setText(label)
        footnotes.append(FootnoteData(node: Int32(current), label: label))
    }

    /// cmark-gfm numbers footnotes in the order of our own references to them, which is that of their definitions in
    /// its tree.
    mutating func addFootnoteReference(start: Int, number: Int) {
        nodes[current].payload = Int32(number - 1)
        let label = start + 2..<max(start + 2, reader.position - 1)
        if reader.isPlaced { setText(reader.lines.source(of: label)) }
    }

    /// Numbers the footnotes as readers meet them.
    mutating func numberFootnotes() {
        guard !footnotes.isEmpty else { return }
        for index in nodes.indices where nodes[index].kind == .footnoteReference {
            let footnote = Int(nodes[index].payload)
            guard footnotes.indices.contains(footnote) else { continue }
            footnotes[footnote].references.append(Int32(index))
        }
        for index in footnotes.indices {
            footnotes[index].references.sort { nodes[Int($0)].lower < nodes[Int($1)].lower }
        }
        let met = footnotes.indices.filter { !footnotes[$0].references.isEmpty }.sorted {
            nodes[Int(footnotes[$0].references[0])].lower < nodes[Int(footnotes[$1].references[0])].lower
        }
        for (number, index) in met.enumerated() { footnotes[index].number = number + 1 }
    }
}
