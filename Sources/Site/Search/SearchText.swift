import Markup

/// The text of a document as search shows it, by section: no marks, one blank between words, code included.
struct SearchText {
    /// A section without those below it.
    struct Section {
        /// The id of its heading; empty for what stands before the first one.
        var anchor = ""
        var level = 0
        var title: [UInt8] = []
        var text: [UInt8] = []
    }

    private(set) var sections = [Section()]

    init(_ document: Document) {
        // Nodes stand in the order of the document, so that no tree has to be walked.
        var headings = document.headings[...]
        var codeBlocks = document.codeBlocks[...]
        var isInHeading = false
        document.buffer.withUnsafeBufferPointer { buffer in
            for node in document.nodes {
                if !node.kind.isInline {
                    isInHeading = node.kind == .heading
                    separate()
                }
                switch node.kind {
                case .heading:
                    if let heading = headings.popFirst() { begin(heading) }
                case .codeBlock:
                    let isHidden = codeBlocks.popFirst()?.attributes?.has("hidden") ?? false
                    if !isHidden { append(buffer[node.text]) }
                case .tab, .details, .chart:
                    append(buffer[node.text])
                    separate()
                case .text, .code:
                    if !isInHeading { append(buffer[node.text]) }
                case .softBreak, .lineBreak: separate()
                case .htmlBlock: appendOutsideTags(buffer[node.text])
                default: break
                }
            }
        }
        for index in sections.indices where sections[index].text.last == .blank { sections[index].text.removeLast() }
    }

    private mutating func begin(_ heading: Heading) {
        var section = Section(anchor: heading.id, level: heading.level)
        PlainText.write(heading.cursor, into: &section.title)
        sections.append(section)
    }

    private mutating func separate() {
        let last = sections.count - 1
        if let byte = sections[last].text.last, byte != .blank { sections[last].text.append(.blank) }
    }

    private mutating func append(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        let last = sections.count - 1
        var rest = bytes
        while let start = rest.firstIndex(where: { !$0.isBlank }) {
            if start > rest.startIndex { separate() }
            let end = rest[start...].firstIndex(where: \.isBlank) ?? rest.endIndex
            sections[last].text.append(contentsOf: rest[start..<end])
            rest = rest[end...]
        }
        if !rest.isEmpty { separate() }
    }

    private mutating func appendOutsideTags(_ html: Slice<UnsafeBufferPointer<UInt8>>) {
        var rest = html
        while let open = rest.firstIndex(of: UInt8(ascii: "<")) {
            append(rest[rest.startIndex..<open])
            separate()
            guard let close = rest[open...].firstIndex(of: UInt8(ascii: ">")) else { return }
            rest = rest[(close + 1)...]
        }
        append(rest)
    }
}

extension UInt8 {
    fileprivate static let blank = UInt8(ascii: " ")
    /// A blank, a break, or another character that shows nothing.
    fileprivate var isBlank: Bool { self <= .blank || self == 0x7F }
}
