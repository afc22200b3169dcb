import Diagnostics

/// A place in a document's tree: a node with the document that it belongs to.
public struct Cursor: Sendable {
    public let document: Document
    /// The node's index in `Document.nodes`.
    public let index: Int

    public var node: Node { document.storage.nodes[index] }
    public var kind: Node.Kind { node.kind }
    /// The bytes of the document's text that the node covers.
    public var range: Range<Int> { node.range }
    /// Where the node stands in the author's files.
    public var origin: PositionMap.Origin { document.origin(of: range) }

    public var parent: Cursor? { at(node.parent) }
    public var firstChild: Cursor? { at(node.firstChild) }
    public var nextSibling: Cursor? { at(node.nextSibling) }
    public var children: Children { Children(first: firstChild) }

    /// The literal of text, code, HTML and code blocks; the title of containers; the label of footnotes.
    public var text: String { document.string(node.text) }
    public var textBytes: ArraySlice<UInt8> { document.storage.buffer[node.text] }

    /// 1 to 6 for headings.
    public var level: Int { Int(node.detail) }
    /// How a table's cell stands.
    public var alignment: Alignment { kind == .tableCell ? Alignment(rawValue: node.detail) ?? .none : .none }
    public var alertKind: AlertKind? { kind == .alert ? AlertKind(rawValue: node.detail) : nil }
    /// The first number of an ordered list.
    public var listStart: Int { Int(node.payload) }

    public var heading: Heading? { kind == .heading ? Heading(document: document, number: Int(node.payload)) : nil }
    public var codeBlock: CodeBlock? {
        kind == .codeBlock ? CodeBlock(document: document, number: Int(node.payload)) : nil
    }
    public var link: Link? {
        kind == .link || kind == .image ? Link(document: document, number: Int(node.payload)) : nil
    }
    /// Of a reference to a footnote or of its definition.
    public var footnote: Footnote? {
        guard kind == .footnoteReference || kind == .footnoteDefinition,
            document.storage.footnotes.indices.contains(Int(node.payload))
        else { return nil }
        return Footnote(document: document, number: Int(node.payload))
    }

    private func at(_ index: Int32) -> Cursor? {
        index == Node.none ? nil : Cursor(document: document, index: Int(index))
    }

    public struct Children: Sequence, IteratorProtocol, Sendable {
        var upcoming: Cursor?

        init(first: Cursor?) { upcoming = first }

        public mutating func next() -> Cursor? {
            defer { upcoming = upcoming?.nextSibling }
            return upcoming
        }
    }

    /// Visits the node and all below it, each twice: when it is entered, and when all below it has been visited. The
    /// stack does not grow with the depth.
    public func walk(_ visit: (Cursor, _ isEntering: Bool) throws -> Void) rethrows {
        var current = self
        while true {
            try visit(current, true)
            if let child = current.firstChild {
                current = child
                continue
            }
            try visit(current, false)
            while current.index != index, current.nextSibling == nil, let parent = current.parent {
                current = parent
                try visit(current, false)
            }
            guard current.index != index, let next = current.nextSibling else { return }
            current = next
        }
    }
}
