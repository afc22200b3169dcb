/// Writes a document as HTML.
///
/// Plain GitHub Flavored Markdown comes out as from cmark-gfm, apart from what makes a page of it: ids and anchors of
/// headings, figures round code, regions round tables, classes instead of attributes for alignment, labels of check
/// boxes, marks of outward links, lazy images, and the form of footnotes.
public struct HTMLWriter {
    /// What becomes of HTML in the author's text.
    public enum RawHTML: Sendable {
        /// Let through, apart from the tags that GitHub refuses.
        case filtered
        /// Shown as text.
        case escaped
        /// Left out, a comment in its place.
        case omitted
    }

    public struct Options {
        /// Put before each id and each link to an id of the same document, so that several can stand on one page.
        public var idPrefix = ""
        /// Added to the level of each heading; none goes below the sixth.
        public var headingShift = 0
        /// Whether headings below the first level carry a link to themselves.
        public var hasAnchors = true
        public var rawHTML = RawHTML.filtered
        /// Whether long code in a line of text may be broken where its parts are joined.
        public var breaksCode = false
        /// The address to write for a link or an image; `nil` leaves it as the author wrote it.
        public var resolve: ((Link) -> String?)?
        /// Width and height of an image in pixels, where known.
        public var imageSize: ((Link) -> (width: Int, height: Int)?)?
        /// Further attributes of a code block's figure.
        public var figureAttributes: ((CodeBlock) -> [(name: String, value: String)])?
        /// Writes what follows the code inside its figure, such as what has been proven about it.
        public var figureFooter: ((CodeBlock, inout [UInt8]) -> Void)?
        /// Whether elements tell where the author wrote them (`SourceMarks`), for checks of the page.
        public var marksSources = false
        /// Writes the lines of a code block.
        public var code: (CodeBlock, inout [UInt8]) -> Void = CodeLines.plain

        public init() {}
    }

    let document: Document
    let options: Options
    let nodes: UnsafeBufferPointer<Node>
    let buffer: UnsafeBufferPointer<UInt8>
    var output = HTMLOutput()
    /// Inside a heading's title for a table of contents, where links can't stand.
    var isTitle = false

    /// The whole document.
    public static func html(_ document: Document, options: Options = Options()) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(document.text.count * 2)
        write(document, options: options, into: &bytes)
        return bytes
    }

    /// Appends the whole document.
    public static func write(_ document: Document, options: Options = Options(), into bytes: inout [UInt8]) {
        run(document, options, &bytes) { writer in
            writer.writeChildren(of: 0)
            writer.writeFootnotes()
        }
    }

    /// Appends the inlines of a heading without links and footnotes: for a table of contents.
    public static func writeTitle(_ heading: Heading, options: Options = Options(), into bytes: inout [UInt8]) {
        run(heading.document, options, &bytes) { writer in
            writer.isTitle = true
            writer.writeChildren(of: heading.cursor.index)
        }
    }

    private static func run(
        _ document: Document, _ options: Options, _ bytes: inout [UInt8], _ body: (inout HTMLWriter) -> Void
    ) {
        document.storage.nodes.withUnsafeBufferPointer { nodes in
            document.storage.buffer.withUnsafeBufferPointer { buffer in
                var writer = HTMLWriter(document: document, options: options, nodes: nodes, buffer: buffer)
                swap(&writer.output.bytes, &bytes)
                body(&writer)
                swap(&writer.output.bytes, &bytes)
            }
        }
    }

    /// Writes what lies below a node. The stack does not grow with the depth.
    mutating func writeChildren(of root: Int) {
        var index = Int(nodes[root].firstChild)
        guard index >= 0 else { return }
        while true {
            if enter(index), nodes[index].firstChild >= 0 {
                index = Int(nodes[index].firstChild)
                continue
            }
            leave(index)
            while nodes[index].nextSibling < 0 {
                index = Int(nodes[index].parent)
                if index == root { return }
                leave(index)
            }
            index = Int(nodes[index].nextSibling)
        }
    }

    func literal(_ index: Int) -> UnsafeBufferPointer<UInt8> { part(nodes[index].text) }

    func part(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: buffer[range]) }

    /// Writes what stands before a node's children. Returns whether they are to be written.
    private mutating func enter(_ index: Int) -> Bool {
        let node = nodes[index]
        return node.kind.isInline ? enterInline(node, index) : enterBlock(node, index)
    }

    private mutating func leave(_ index: Int) {
        let node = nodes[index]
        if node.kind.isInline { leaveInline(node, index) } else { leaveBlock(node, index) }
    }
}
