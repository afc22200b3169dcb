import Diagnostics

/// A parsed fragment: a tree of small values over one buffer of bytes. It may be shared between tasks.
///
/// All ranges that it tells are bytes of `text`; `origin(of:)` leads from there to the author's files.
public struct Document: Sendable {
    let storage: Storage

    final class Storage: Sendable {
        let nodes: [Node]
        let buffer: [UInt8]
        let textCount: Int
        let map: PositionMap
        let headings: [HeadingData]
        let links: [LinkData]
        let codeBlocks: [CodeBlockData]
        let footnotes: [FootnoteData]
        let definitions: [DefinitionData]
        let containers: [ContainerData]
        let unplaced: Int

        init(_ builder: consuming TreeBuilder) {
            // Without the room that arrays grow into: documents are kept for as long as the run lasts.
            nodes = builder.nodes.withUnsafeBufferPointer(Array.init)
            buffer = builder.buffer.withUnsafeBufferPointer(Array.init)
            textCount = builder.text.count
            map = builder.map
            headings = builder.headings
            links = builder.links.withUnsafeBufferPointer(Array.init)
            codeBlocks = builder.codeBlocks
            footnotes = builder.footnotes
            definitions = builder.definitions
            containers = builder.containers
            unplaced = builder.unplaced
        }
    }

    /// Parses GitHub Flavored Markdown with Galley's additions: fence attributes, heading ids, alerts, containers.
    ///
    /// - Parameters:
    ///   - text: the body of a fragment, includes expanded, in UTF-8.
    ///   - map: where the text's bytes come from.
    ///   - diagnostics: takes what is wrong with the additions; Markdown itself knows no errors.
    public static func parse(_ text: [UInt8], map: PositionMap, into diagnostics: inout [Diagnostic]) -> Document {
        text.withUnsafeBufferPointer { text in
            let scan = SourceScan(text)
            var builder = build(text, scan: scan, marks: scan.containerMarks, map: map)
            // A mark that cmark-gfm did not take for a block stands in a line of text or code span, which has to be
            // parsed as the author wrote it. That is rare enough for a second round.
            let misplaced = builder.misplacedMarks
            if !misplaced.isEmpty {
                let marks = scan.containerMarks.filter { !misplaced.contains($0) }
                builder = build(text, scan: scan, marks: marks, map: map)
            }
            builder.finish()
            diagnostics += builder.diagnostics
            let document = Document(storage: Storage(builder))
            document.checkCharts(into: &diagnostics)
            document.checkOutputCharts(into: &diagnostics)
            return document
        }
    }

    private static func build(
        _ text: UnsafeBufferPointer<UInt8>, scan: SourceScan, marks: [Int], map: PositionMap
    ) -> TreeBuilder {
        let leading = TreeBuilder.leadingReferences(to: scan.footnoteLabels, in: text)
        let build = { (fed: UnsafeBufferPointer<UInt8>) in
            var builder = TreeBuilder(
                text: text, fed: fed, scan: scan, leadingLines: 2 * scan.footnoteLabels.count, map: map)
            builder.containerMarks = marks
            leading.withUnsafeBufferPointer { leading in
                let body = UnsafeBufferPointer(rebasing: fed[min(scan.start, fed.count)...])
                CommonMarkParser.parse([leading, body], skipping: scan.footnoteLabels.count, into: &builder)
            }
            return builder
        }
        if marks.isEmpty && scan.deepMarks.isEmpty { return build(text) }
        var fed = Array(text)
        for mark in marks { (fed[mark], fed[mark + 1], fed[mark + 2]) = (.less, .question, .greater) }
        for mark in scan.deepMarks { fed[mark] = .backslash }
        return fed.withUnsafeBufferPointer(build)
    }

    /// The bytes that were parsed.
    public var text: ArraySlice<UInt8> { storage.buffer[..<storage.textCount] }
    /// The text, then literals that do not stand in it as they are: what `Node.text` is a range of.
    public var buffer: [UInt8] { storage.buffer }
    /// All nodes in document order, the root first.
    public var nodes: [Node] { storage.nodes }
    public var map: PositionMap { storage.map }

    /// Where a range of the text stands in the author's files.
    public func origin(of range: Range<Int>) -> PositionMap.Origin { storage.map.origin(of: range) }

    /// The document itself as a node.
    public var root: Cursor { Cursor(document: self, index: 0) }

    /// Headings, in document order.
    public var headings: [Heading] { storage.headings.indices.map { Heading(document: self, number: $0) } }
    /// Code blocks, fenced and indented, in document order.
    public var codeBlocks: [CodeBlock] { storage.codeBlocks.indices.map { CodeBlock(document: self, number: $0) } }
    /// Links, not images, in document order.
    public var links: [Link] { allLinks.filter { !$0.isImage } }
    /// Images, in document order.
    public var images: [Link] { allLinks.filter(\.isImage) }
    /// Containers of all kinds, in document order.
    public var containers: [Cursor] { storage.containers.map { Cursor(document: self, index: Int($0.node)) } }
    /// Reference definitions, used or not, in document order.
    public var definitions: [ReferenceDefinition] {
        storage.definitions.indices.map { ReferenceDefinition(document: self, number: $0) }
    }
    /// Footnotes, referred to or not, in the order of their definitions.
    public var footnotes: [Footnote] { storage.footnotes.indices.map { Footnote(document: self, number: $0) } }

    /// The link, or the image, that covers just these bytes.
    public func link(at range: Range<Int>, isImage: Bool) -> Link? {
        let kind = isImage ? Node.Kind.image : .link
        for number in storage.links.indices {
            let node = storage.nodes[Int(storage.links[number].node)]
            if node.range == range, node.kind == kind { return Link(document: self, number: number) }
        }
        return nil
    }

    private var allLinks: [Link] { storage.links.indices.map { Link(document: self, number: $0) } }

    func string(_ range: Range<Int>) -> String { String(decoding: storage.buffer[range], as: UTF8.self) }
}
