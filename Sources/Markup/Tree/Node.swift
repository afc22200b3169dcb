/// One node of a document's tree: small, trivially copyable, linked to others by index.
///
/// All nodes of a document stand in one array in document order, the root first, so that a walk is a walk through
/// memory. `Cursor` is the convenient view.
public struct Node: Sendable {
    public enum Kind: UInt8, Sendable, CaseIterable {
        case document
        // Blocks.
        case paragraph, heading, blockQuote, list, item, codeBlock, htmlBlock, thematicBreak
        case table, tableRow, tableCell, footnoteDefinition
        /// A quote that begins with `[!NOTE]` or one of its kin.
        case alert
        /// `::: tabs`, `::: tab Title` and `::: details Title`.
        case tabs, tab, details
        /// `::: chart Title`: a table that is drawn as well.
        case chart
        /// A container whose name nobody knows: its children stand for themselves.
        case unknownContainer
        // Inlines.
        case text, softBreak, lineBreak, code, htmlInline, emphasis, strong, strikethrough, link, image
        case footnoteReference

        /// Whether nodes of this kind stand in a line of text.
        public var isInline: Bool { rawValue >= Kind.text.rawValue }
    }

    /// What is told of a node besides its kind; which of them may stand depends on the kind.
    public struct Flags: OptionSet, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// A list whose items are not parted by blank lines.
        public static let tight = Flags(rawValue: 1)
        /// A numbered list.
        public static let ordered = Flags(rawValue: 2)
        /// An item with a check box.
        public static let task = Flags(rawValue: 4)
        /// A check box that is ticked.
        public static let checked = Flags(rawValue: 8)
        /// The first row of a table and its cells.
        public static let header = Flags(rawValue: 16)
    }

    public internal(set) var kind: Kind
    public internal(set) var flags: Flags = []
    /// Heading: 1 to 6. Table cell: its `Alignment`. Alert: its `AlertKind`.
    var detail: UInt8 = 0
    var parent: Int32
    var firstChild: Int32 = Node.none
    var nextSibling: Int32 = Node.none
    var lower: Int32
    var upper: Int32
    var textLower: Int32 = 0
    var textUpper: Int32 = 0
    /// An index into the table of the kind (headings, links, code blocks, footnotes, titles), or a list's first number.
    var payload: Int32 = Node.none

    static let none: Int32 = -1

    /// The bytes of the document's text that the node covers. It may span prefixes of lines (`> `) that are not its own.
    public var range: Range<Int> { Int(lower)..<Int(upper) }
    /// The node's literal as a range of `Document.buffer`.
    public var text: Range<Int> { Int(textLower)..<Int(textUpper) }
}

/// How the cells of a table's column stand.
public enum Alignment: UInt8, Sendable {
    case none, left, center, right
}

/// The alerts that GitHub knows.
public enum AlertKind: UInt8, Sendable, CaseIterable {
    case note, tip, important, warning, caution

    /// The name as it stands in class names.
    public var name: StaticString {
        switch self {
        case .note: "note"
        case .tip: "tip"
        case .important: "important"
        case .warning: "warning"
        case .caution: "caution"
        }
    }

    /// The title that readers see.
    public var title: StaticString {
        switch self {
        case .note: "Note"
        case .tip: "Tip"
        case .important: "Important"
        case .warning: "Warning"
        case .caution: "Caution"
        }
    }
}
