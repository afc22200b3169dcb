/// What the tree keeps of a link or an image. A text may have very many, so it is small.
struct LinkData: Sendable {
    var node: Int32
    var form: LinkForm = .bare
    private var storedDestination: SmallRange
    private var storedTitle: SmallRange
    private var storedDestinationRange = SmallRange()
    private var storedTitleRange = SmallRange()
    private var storedLabelRange = SmallRange()
    private var storedDefinition: Int32 = -1

    init(node: Int32, destination: Range<Int>, title: Range<Int>) {
        self.node = node
        storedDestination = SmallRange(destination)
        storedTitle = SmallRange(title)
    }

    /// In the buffer, decoded.
    var destination: Range<Int> { storedDestination.range ?? 0..<0 }
    var title: Range<Int> { storedTitle.range ?? 0..<0 }
    /// In the text, as written. Of a reference: those of its definition.
    var destinationRange: Range<Int>? {
        get { storedDestinationRange.range }
        set { storedDestinationRange = SmallRange(newValue) }
    }
    var titleRange: Range<Int>? {
        get { storedTitleRange.range }
        set { storedTitleRange = SmallRange(newValue) }
    }
    /// Of a reference: its label in the text.
    var labelRange: Range<Int>? {
        get { storedLabelRange.range }
        set { storedLabelRange = SmallRange(newValue) }
    }
    var definition: Int? {
        get { storedDefinition < 0 ? nil : Int(storedDefinition) }
        set { storedDefinition = newValue.map { Int32(truncatingIfNeeded: $0) } ?? -1 }
    }
}

/// A range of a text's bytes, or none. Texts are far smaller than 2 GB.
private struct SmallRange {
    private var lower: Int32 = -1
    private var upper: Int32 = -1

    init(_ range: Range<Int>? = nil) {
        guard let range else { return }
        lower = Int32(truncatingIfNeeded: range.lowerBound)
        upper = Int32(truncatingIfNeeded: range.upperBound)
    }

    var range: Range<Int>? { lower < 0 ? nil : Int(lower)..<Int(upper) }
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
        linkKeys[index] = Self.key(reader.content[label])
        if reader.isPlaced { links[index].labelRange = reader.lines.source(of: label) }
    }

    /// A bare link is its own destination.
    mutating func closeBareLink() {
        guard reader.isPlaced, reader.position > 0 else { return }
        let end = reader.lines.source(of: reader.position - 1) + 1
        links[Int(nodes[current].payload)].destinationRange = Int(nodes[current].lower)..<end
    }
}
