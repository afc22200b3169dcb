import Markup

/// A chapter as Markdown that any reader of GitHub Flavored Markdown understands: attributes stripped, containers turned
/// into plain Markdown, links led to where they lead from the new place.
struct PlainMarkdown {
    /// What the place decides that the chapter is put into.
    struct Placement {
        /// By how many levels headings are lowered.
        var headingShift = 0
        /// The new destination of a link or an image; nil leaves it as it is.
        var destination: (Link) -> String?
        /// The label of a footnote in the whole text.
        var footnoteLabel: (Footnote) -> String
        /// The label of a reference definition in the whole text.
        var definitionLabel: (ReferenceDefinition) -> String
        /// The id in the whole text of a code block that something links to. GitHub gives ids to headings only.
        var blockAnchor: (String) -> String? = { _ in nil }
    }

    private let chapter: Chapter
    private let placement: Placement
    private var edits: MarkdownEdits
    private var text: ArraySlice<UInt8> { chapter.document.text }

    private init(_ chapter: Chapter, _ placement: Placement) {
        self.chapter = chapter
        self.placement = placement
        edits = MarkdownEdits(chapter.document.text)
    }

    /// The chapter's text without blank lines at its ends.
    static func text(of chapter: Chapter, _ placement: Placement) -> [UInt8] {
        var markdown = PlainMarkdown(chapter, placement)
        for heading in chapter.document.headings { markdown.edit(heading) }
        for block in chapter.document.codeBlocks { markdown.edit(block) }
        for link in chapter.document.links + chapter.document.images { markdown.edit(link) }
        for definition in chapter.document.definitions { markdown.edit(definition) }
        for footnote in chapter.document.footnotes { markdown.edit(footnote) }
        for cursor in chapter.document.containers { markdown.editContainer(cursor) }
        return trimmed(markdown.edits.applied())
    }

    private mutating func edit(_ heading: Heading) {
        let range = heading.cursor.range
        if let attribute = heading.attributeRange {
            edits.remove(heading.textRange.upperBound..<attribute.upperBound)
        }
        // An underlined heading may end in number signs, and one before an attribute: at the end of a line of marks they
        // would close the heading and be gone.
        if let signs = closingSigns(of: heading) { edits.insert("\\", at: signs) }
        guard placement.headingShift > 0 else { return }
        let marks = String(repeating: "#", count: placement.headingShift)
        if text[range.lowerBound] == UInt8(ascii: "#") {
            edits.insert(marks, at: range.lowerBound)
            return
        }
        // A heading that is underlined has two levels only.
        let end = heading.attributeRange?.upperBound ?? heading.textRange.upperBound
        edits.insert(marks + String(repeating: "#", count: heading.level) + " ", at: range.lowerBound)
        for offset in heading.textRange where text[offset] == UInt8(ascii: "\n") {
            edits.replace(offset..<lineContent(after: offset, of: heading), with: " ")
        }
        edits.remove(end..<max(end, range.upperBound))
    }

    /// The first of the number signs that would be taken for the end of the heading.
    private func closingSigns(of heading: Heading) -> Int? {
        let isUnderlined = text[heading.cursor.range.lowerBound] != UInt8(ascii: "#")
        guard isUnderlined ? placement.headingShift > 0 : heading.attributeRange != nil else { return nil }
        let title = text[heading.textRange]
        let signs = title.reversed().prefix { $0 == UInt8(ascii: "#") }.count
        let start = title.endIndex - signs
        guard signs > 0, start > text.startIndex else { return nil }
        return text[start - 1] == UInt8(ascii: " ") || text[start - 1] == UInt8(ascii: "\t") ? start : nil
    }

    /// Where a further line of a heading begins behind the marks of the quotes that hold it.
    private func lineContent(after lineBreak: Int, of heading: Heading) -> Int {
        var quotes = 0
        var parent = heading.cursor.parent
        while let block = parent {
            if block.kind == .blockQuote || block.kind == .alert { quotes += 1 }
            parent = block.parent
        }
        var offset = lineBreak + 1
        while offset < heading.textRange.upperBound {
            switch text[offset] {
            case UInt8(ascii: " "), UInt8(ascii: "\t"): offset += 1
            case UInt8(ascii: ">") where quotes > 0:
                quotes -= 1
                offset += 1
            default: return offset
            }
        }
        return offset
    }

    private mutating func edit(_ block: CodeBlock) {
        if block.attributes?.has("hidden") == true {
            edits.replaceLines(of: block.cursor.range, with: [])
            return
        }
        if let id = block.id.flatMap(placement.blockAnchor) {
            edits.insertLine("<a id=\"\(Escape.markup(id))\"></a>", before: block.fenceRange.lowerBound)
        }
        if let attributes = block.attributes {
            var start = attributes.range.lowerBound
            while start > block.infoRange.lowerBound, text[start - 1] == UInt8(ascii: " ") { start -= 1 }
            edits.remove(start..<attributes.range.upperBound)
        }
    }

    private mutating func edit(_ link: Link) {
        if link.form == .inline, let destination = placement.destination(link) {
            edits.replace(link.destinationRange, with: Self.escaped(destination))
        }
        guard link.form == .reference, let definition = link.definition else { return }
        let label = placement.definitionLabel(definition)
        guard label != definition.label else { return }
        let range = link.cursor.range
        guard let own = link.labelRange, range.contains(own.lowerBound) else { return }
        if own.upperBound == range.upperBound - 1, own.lowerBound - 2 > range.lowerBound,
            text[own.lowerBound - 2] == UInt8(ascii: "]")
        {
            edits.replace(own, with: label)
        } else if text[..<range.upperBound].suffix(2).elementsEqual("[]".utf8) {
            edits.insert(label, at: range.upperBound - 1)
        } else {
            edits.insert("[\(label)]", at: range.upperBound)
        }
    }

    private mutating func edit(_ definition: ReferenceDefinition) {
        let label = placement.definitionLabel(definition)
        if label != definition.label { edits.replace(definition.labelRange, with: label) }
        let user = (chapter.document.links + chapter.document.images).first {
            $0.definition?.labelRange == definition.labelRange
        }
        if let user, let destination = placement.destination(user) {
            edits.replace(definition.destinationRange, with: Self.escaped(destination))
        }
    }

    private mutating func edit(_ footnote: Footnote) {
        let label = placement.footnoteLabel(footnote)
        guard label != footnote.label else { return }
        edits.replace(footnote.labelRange, with: label)
        for reference in footnote.references { edits.replace(reference.node.text, with: label) }
    }

    private mutating func editContainer(_ cursor: Cursor) {
        let range = cursor.range
        let closing = closingLine(of: range)
        switch cursor.kind {
        case .tabs:
            edits.replaceLines(of: openingLine(of: range), with: [])
            if let closing { edits.replaceLines(of: closing, with: []) }
        case .tab, .chart:
            edits.replaceLines(of: openingLine(of: range), with: ["**\(Self.escapedText(cursor.text))**"])
            if let closing { edits.replaceLines(of: closing, with: []) }
        case .details:
            let summary = "<summary>\(Escape.markup(cursor.text))</summary>"
            edits.replaceLines(of: openingLine(of: range), with: ["<details>", summary])
            if let closing { edits.replaceLines(of: closing, with: ["</details>"]) }
        default: break
        }
    }

    private func openingLine(of range: Range<Int>) -> Range<Int> {
        range.lowerBound..<min(edits.lineEnd(at: range.lowerBound), range.upperBound)
    }

    /// The line of `:::` that ends a container; an unclosed one has none.
    private func closingLine(of range: Range<Int>) -> Range<Int>? {
        let end = range.upperBound
        guard end - 3 > range.lowerBound, text[..<end].suffix(3).elementsEqual(":::".utf8) else { return nil }
        return end - 3..<end
    }

    /// A destination as it may stand in parentheses: without blanks, brackets and control characters.
    private static func escaped(_ destination: String) -> String {
        destination.utf8.reduce(into: "") { output, byte in
            switch byte {
            case UInt8(ascii: "("): output += "%28"
            case UInt8(ascii: ")"): output += "%29"
            case UInt8(ascii: "<"): output += "%3C"
            case UInt8(ascii: ">"): output += "%3E"
            case 0...0x20, 0x7F...: output += SitePath.encodedByte(byte)
            default: output.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
    }

    /// A text with what Markdown would read as marks escaped.
    static func escapedText(_ text: String) -> String {
        text.reduce(into: "") { output, character in
            if "\\`*_[]<>&#|".contains(character) { output += "\\" }
            output.append(character)
        }
    }

    private static func trimmed(_ text: [UInt8]) -> [UInt8] {
        let isBreak: (UInt8) -> Bool = { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }
        let start = text.firstIndex { !isBreak($0) } ?? text.count
        let end = text.lastIndex { !isBreak($0) }.map { $0 + 1 } ?? start
        return Array(text[start..<max(start, end)])
    }
}
