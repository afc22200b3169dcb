import Diagnostics

/// A heading of a document.
public struct Heading: Sendable {
    public let document: Document
    let number: Int
    private var data: HeadingData { document.storage.headings[number] }

    public var cursor: Cursor { Cursor(document: document, index: Int(data.node)) }
    public var level: Int { cursor.level }
    /// The author's own id, else GitHub's slug, unlike all others of the document.
    public var id: String { data.id }
    /// Whether the author gave the id.
    public var hasExplicitID: Bool { data.idRange != nil }
    /// The title as plain text.
    public var title: String { cursor.plainText }
    /// The title as written, without the marks of the heading and its id.
    public var textRange: Range<Int> { data.textRange }
    /// `{#id}`, with its braces.
    public var attributeRange: Range<Int>? { data.attributeRange }
    /// The id in `{#id}`.
    public var idRange: Range<Int>? { data.idRange }
}

/// A link or an image of a document.
public struct Link: Sendable {
    public let document: Document
    let number: Int
    private var data: LinkData { document.storage.links[number] }

    /// From `[`, `![`, `<` or the first byte of a bare link to its end.
    public var cursor: Cursor { Cursor(document: document, index: Int(data.node)) }
    public var isImage: Bool { cursor.kind == .image }
    public var form: LinkForm { data.form }
    /// Entities and escapes decoded; not percent-decoded.
    public var destination: String { document.string(data.destination) }
    public var title: String { document.string(data.title) }
    /// The link's text, or the image's description, as plain text.
    public var plainText: String { cursor.plainText }
    /// The destination as written, without angle brackets; that of the definition for a reference.
    public var destinationRange: Range<Int> { data.destinationRange ?? cursor.range }
    /// The title with its quotes; that of the definition for a reference.
    public var titleRange: Range<Int>? { data.titleRange }
    /// The label of a reference, without brackets.
    public var labelRange: Range<Int>? { data.labelRange }
    /// What a reference refers to.
    public var definition: ReferenceDefinition? {
        data.definition.map { ReferenceDefinition(document: document, number: $0) }
    }
}

/// `[label]: destination "title"`
public struct ReferenceDefinition: Sendable {
    public let document: Document
    let number: Int
    private var data: DefinitionData { document.storage.definitions[number] }

    public var range: Range<Int> { data.range }
    public var label: String { document.string(data.label) }
    public var labelRange: Range<Int> { data.label }
    /// Entities and escapes decoded.
    public var destination: String { document.string(data.cleanDestination) }
    public var destinationRange: Range<Int> { data.destination }
    public var title: String? { data.cleanTitle.map { document.string($0) } }
    public var titleRange: Range<Int>? { data.title }
    /// Whether an earlier definition has the same label, so that this one is never used.
    public var isShadowed: Bool { data.isShadowed }
    /// Whether a link or an image refers to it.
    public var isUsed: Bool { data.isUsed }
}

/// A footnote of a document.
public struct Footnote: Sendable {
    public let document: Document
    let number: Int
    private var data: FootnoteData { document.storage.footnotes[number] }

    public var label: String { document.string(data.label) }
    public var labelRange: Range<Int> { data.label }
    /// The definition; `nil` if an earlier one has the same label.
    public var definition: Cursor? {
        data.node == Node.none ? nil : Cursor(document: document, index: Int(data.node))
    }
    /// The number that readers see, from 1 in the order of first references; 0 if nothing refers to it.
    public var index: Int { data.number }
    /// The references, in document order.
    public var references: [Cursor] { data.references.map { Cursor(document: document, index: Int($0)) } }
}
