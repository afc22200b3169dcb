/// What the tree keeps of a link or an image.
struct LinkData: Sendable {
    var node: Int32
    var form: LinkForm = .bare
    /// In the buffer, decoded.
    var destination: Range<Int>
    var title: Range<Int>
    /// In the text, as written. Of a reference: those of its definition.
    var destinationRange: Range<Int>?
    var titleRange: Range<Int>?
    /// Of a reference: its label in the text.
    var labelRange: Range<Int>?
    /// The label without differences of case and of whitespace.
    var key = ""
    var definition: Int?
}

/// How a link is written.
public enum LinkForm: Sendable {
    /// `[text](destination "title")`
    case inline
    /// `[text][label]`, `[label][]` or `[label]`
    case reference
    /// `<https://example.com>`
    case autolink
    /// `https://example.com`
    case bare
}

extension TreeBuilder {
    mutating func openLink() {
        let start = reader.position
        switch reader.byte(start) {
        case .leftBracket:
            reader.position += 1
            reader.marks.append(.bracket(reader.position))
        case .less:
            var end = start
            while end < reader.content.count, reader.content[end] != .greater { end += 1 }
            reader.position += 1
            reader.marks.append(.angle(end + 1))
        default: reader.marks.append(.bare)
        }
    }

    mutating func addLink(_ parsed: ParsedNode) {
        nodes[current].payload = Int32(links.count)
        var link = LinkData(node: Int32(current), destination: keep(parsed.content), title: keep(parsed.extra))
        if case .angle(let end)? = reader.marks.last {
            link.form = .autolink
            if reader.isPlaced { link.destinationRange = reader.lines.source(of: reader.position..<(end - 1)) }
        }
        links.append(link)
    }

    /// After a link's text: `]` and what it links to.
    mutating func closeBracket(textStart: Int) {
        let index = Int(nodes[current].payload)
        guard reader.byte(reader.position) == .rightBracket else { return lose() }
        let textEnd = reader.position
        reader.position += 1
        let scanner = LinkScanner(content: reader.content)
        if let target = scanner.inlineTarget(at: reader.position) {
            reader.position = target.end
            links[index].form = .inline
            guard reader.isPlaced else { return }
            links[index].destinationRange = reader.lines.source(of: target.destination)
            links[index].titleRange = target.title.map { reader.lines.source(of: $0) }
            return
        }
        links[index].form = .reference
        var label = reader.content.trimmed(textStart..<max(textStart, textEnd))
        if let found = scanner.label(at: reader.position) {
            reader.position = found.end
            if !found.range.isEmpty { label = found.range }
        }
        links[index].key = Self.key(reader.content[label])
        if reader.isPlaced { links[index].labelRange = reader.lines.source(of: label) }
    }

    /// A bare link is its own destination.
    mutating func closeBareLink() {
        guard reader.isPlaced, reader.position > 0 else { return }
        let end = reader.lines.source(of: reader.position - 1) + 1
        links[Int(nodes[current].payload)].destinationRange = Int(nodes[current].lower)..<end
    }
}
