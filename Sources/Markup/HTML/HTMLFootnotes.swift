extension HTMLWriter {
    mutating func writeFootnoteReference(_ node: Node, _ index: Int) {
        guard let footnote = Cursor(document: document, index: index).footnote else { return }
        let ordinal = document.storage.footnotes[Int(node.payload)].references.firstIndex(of: Int32(index)) ?? 0
        output.raw("<sup class=\"footnote-ref\"><a href=\"#")
        output.address("\(options.idPrefix)fn-\(footnote.label)")
        output.raw("\" id=\"")
        writeID("fnref-\(footnote.label)\(ordinal == 0 ? "" : "-\(ordinal + 1)")")
        output.raw("\">\(footnote.index)</a></sup>")
    }

    /// The list at the end: what is referred to, in the order of first references.
    mutating func writeFootnotes() {
        let footnotes = document.footnotes.filter { $0.index > 0 }.sorted { $0.index < $1.index }
        guard !footnotes.isEmpty else { return }
        output.breakLine()
        output.raw("<section class=\"footnotes\" aria-label=\"Footnotes\">\n<ol>\n")
        for footnote in footnotes {
            guard let definition = footnote.definition else { continue }
            output.raw("<li id=\"")
            writeID("fn-\(footnote.label)")
            output.raw("\">\n")
            writeChildren(of: definition.index)
            if !endsWithParagraph(definition) {
                writeBackReferences(definition.index)
                output.raw("\n")
            }
            output.raw("</li>\n")
        }
        output.raw("</ol>\n</section>\n")
    }

    private func endsWithParagraph(_ definition: Cursor) -> Bool {
        var last: Node.Kind?
        for child in definition.children { last = child.kind }
        return last == .paragraph
    }

    mutating func writeBackReferences(_ definition: Int) {
        guard let footnote = Cursor(document: document, index: definition).footnote else { return }
        for ordinal in footnote.references.indices {
            let suffix = ordinal == 0 ? "" : "-\(ordinal + 1)"
            if ordinal > 0 { output.raw(" ") }
            output.raw("<a class=\"footnote-back\" href=\"#")
            output.address("\(options.idPrefix)fnref-\(footnote.label)\(suffix)")
            output.raw("\" aria-label=\"Back to reference \(footnote.index)\(suffix)\">↩</a>")
        }
    }
}
