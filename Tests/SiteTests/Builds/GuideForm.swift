import Diagnostics
import Markup
import Testing

@testable import Site

/// What must be the same in chapters and in the Markdown that is made of them, in reading order.
struct GuideForm: Equatable {
    struct Code: Equatable {
        let language: String
        let body: [UInt8]
    }

    /// A link without its address, which may be another in the guide.
    struct Reference: Equatable {
        let text: String
        let title: String
        let isImage: Bool
        /// The address, where it is external.
        let external: String?
    }

    var headings: [String] = []
    var paragraphs: [String] = []
    var code: [Code] = []
    var references: [Reference] = []
    var notes: [String] = []
    var tables = 0
    var tasks = 0
    var alerts = 0
    /// Footnotes with how often each is referred to.
    var footnotes: [Int] = []

    /// - Parameters:
    ///   - shift: by how many levels the headings will be lowered.
    ///   - isPlain: whether it is the Markdown that was made, not what it was made of.
    init(_ document: Document, shift: Int = 0, isPlain: Bool) {
        var isInNote = false
        document.root.walk { cursor, isEntering in
            if cursor.kind == .footnoteDefinition { isInNote = isEntering }
            guard isEntering else { return }
            if isInNote {
                // All notes of a text come last, so those of several chapters are gathered apart.
                if cursor.kind == .paragraph { notes.append(Self.text(cursor)) }
                return
            }
            switch cursor.kind {
            case .heading: headings.append("\(min(cursor.level + shift, 6)) \(cursor.plainText)")
            case .paragraph:
                // An anchor of HTML's own has no text.
                if !Self.text(cursor).isEmpty { paragraphs.append(Self.text(cursor)) }
            case .tab where !isPlain, .chart where !isPlain: paragraphs.append(cursor.text)
            case .codeBlock:
                guard let block = cursor.codeBlock, block.attributes?.has("hidden") != true else { return }
                code.append(Code(language: block.language, body: Array(block.body)))
            case .link, .image: if let link = cursor.link { references.append(Self.reference(link)) }
            case .table: tables += 1
            case .item: tasks += cursor.node.flags.contains(.task) ? 1 : 0
            case .alert: alerts += 1
            default: break
            }
        }
        footnotes = document.footnotes.filter { !$0.references.isEmpty }.sorted { $0.index < $1.index }
            .map(\.references.count)
    }

    static func += (left: inout GuideForm, right: GuideForm) {
        left.headings += right.headings
        left.paragraphs += right.paragraphs
        left.code += right.code
        left.references += right.references
        left.notes += right.notes
        left.tables += right.tables
        left.tasks += right.tasks
        left.alerts += right.alerts
        left.footnotes += right.footnotes
    }

    private static func reference(_ link: Link) -> Reference {
        Reference(
            text: link.plainText, title: link.title, isImage: link.isImage,
            external: Manuscript.hasScheme(link.destination) ? link.destination : nil)
    }

    private static func text(_ cursor: Cursor) -> String {
        cursor.plainText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension Document {
    static func plain(_ bytes: [UInt8]) -> (document: Document, findings: [Diagnostic]) {
        var findings: [Diagnostic] = []
        let file = SourceFile(path: "plain.md", bytes: bytes)
        return (Document.parse(bytes, map: PositionMap(identity: file), into: &findings), findings)
    }

    /// The text outside of code.
    var prose: [String] {
        var texts: [String] = []
        root.walk { cursor, isEntering in
            if isEntering, cursor.kind == .text { texts.append(cursor.text) }
        }
        return texts
    }
}
