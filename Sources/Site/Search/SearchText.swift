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

    private(set) var sections: [Section] = []
    /// The section at hand.
    private var section = Section()

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
        finish()
    }

    private mutating func finish() {
        if section.text.last == .blank { section.text.removeLast() }
        sections.append(section)
    }

    private mutating func begin(_ heading: Heading) {
        finish()
        section = Section(anchor: heading.id, level: heading.level)
        PlainText.write(heading.cursor, into: &section.title)
    }

    private mutating func separate() {
        if let byte = section.text.last, byte != .blank { section.text.append(.blank) }
    }

    private mutating func append(_ slice: Slice<UnsafeBufferPointer<UInt8>>) {
        let bytes = UnsafeBufferPointer(rebasing: slice)
        var offset = 0
        while true {
            let start = offset
            while offset < bytes.count, bytes[offset].isBlank { offset += 1 }
            if offset > start { separate() }
            guard offset < bytes.count else { return }
            let words = offset
            // Single blanks between words are taken along.
            while offset < bytes.count {
                if !bytes[offset].isBlank {
                    offset += 1
                } else if bytes[offset] == .blank, offset + 1 < bytes.count, !bytes[offset + 1].isBlank {
                    offset += 2
                } else {
                    break
                }
            }
            section.text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[words..<offset]))
        }
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
