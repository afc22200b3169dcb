import CMark
import Glibc
import Synchronization

/// A node as cmark-gfm tells it. The pointers are valid during the call that they are handed to.
struct ParsedNode {
    var kind: Node.Kind
    var flags: Node.Flags = []
    /// The line that the block begins on, from 1, and the column in bytes, from 1. Both 0 where cmark-gfm knows none.
    var line = 0
    var column = 0
    var endLine = 0
    /// Heading: its level. List: its first number. Footnote reference: the number of its definition.
    var number = 0
    /// Whether a code block stands between fences.
    var isFenced = false
    /// Of a code block: the line that the next block begins on; 0 if there is none.
    var nextLine = 0
    var literal = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// The text that the node's inlines were parsed from. Link, image: the destination. Code block: the info string.
    var content = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    /// Link, image: the title. Table: a letter a column for its alignment.
    var extra = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
}

/// The only place that touches cmark-gfm: its tree is handed on as values, node by node.
enum CommonMarkParser {
    private typealias NodePointer = OpaquePointer

    private static let options =
        CMARK_OPT_DEFAULT | CMARK_OPT_UNSAFE | CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS

    /// Extensions name characters that the inline pass has to stop at, in a table that all parsers share. A parse puts
    /// them in when it begins and takes them out when it ends, so that no two could be at it at once. So they are put in
    /// for good, and the extensions name none any more: from then on the table is only read. All else that a parse writes
    /// to is its own parser's; the one global besides, the arena, stays unset as long as nobody asks for it.
    private nonisolated(unsafe) static let extensions: [OpaquePointer] = {
        cmark_gfm_core_extensions_ensure_registered()
        let names = ["table", "autolink", "tagfilter", "tasklist"]
        let extensions = names.compactMap { name in cmark_find_syntax_extension(name) }
        if let parser = cmark_parser_new(options) {
            for part in extensions { cmark_parser_attach_syntax_extension(parser, part) }
            cmark_manage_extensions_special_characters(parser, 1)
            cmark_parser_free(parser)
            for part in extensions { cmark_syntax_extension_set_special_inline_chars(part, nil) }
        }
        return extensions
    }()

    /// cmark-gfm goes by the characters of this one to pair what it found. So it keeps its tilde, which comes and goes in
    /// the table: texts without a tilde, which never ask for that, are parsed without it, and those with one in turn.
    private nonisolated(unsafe) static let strikethrough: OpaquePointer? = {
        _ = extensions
        return cmark_find_syntax_extension("strikethrough")
    }()
    private static let inlinePassOfTildes = Mutex<Void>(())

    /// A parser with all extensions that a text needs.
    private static func parser(forTildes: Bool, _ memory: UnsafeMutablePointer<cmark_mem>? = nil) -> OpaquePointer? {
        guard let parser = memory.map({ cmark_parser_new_with_mem(options, $0) }) ?? cmark_parser_new(options) else {
            return nil
        }
        for part in extensions { cmark_parser_attach_syntax_extension(parser, part) }
        if forTildes, let strikethrough { cmark_parser_attach_syntax_extension(parser, strikethrough) }
        return parser
    }

    /// Ends a parse with its inline pass.
    private static func finish(_ parser: OpaquePointer, hasTildes: Bool) -> NodePointer? {
        guard hasTildes else { return cmark_parser_finish(parser) }
        // As a number, since a pointer may not leave the lock; the tree is the caller's alone.
        return NodePointer(
            bitPattern: inlinePassOfTildes.withLock { _ in UInt(bitPattern: cmark_parser_finish(parser)) })
    }

    /// Parses the pieces, one after the other, as one text and hands its nodes to `builder`. The first `skipped`
    /// children of the root are left out.
    static func parse(
        _ pieces: [UnsafeBufferPointer<UInt8>], skipping skipped: Int = 0, into builder: inout TreeBuilder
    ) {
        let hasTildes = pieces.contains { $0.contains(UInt8(ascii: "~")) }
        // Parser and tree are given back with the memory that they are in.
        ParserMemory.use { memory in
            guard let parser = parser(forTildes: hasTildes, memory) else { return }
            for piece in pieces where !piece.isEmpty {
                piece.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
            }
            guard let root = finish(parser, hasTildes: hasTildes) else { return }
            var first = cmark_node_first_child(root)
            for _ in 0..<skipped { first = cmark_node_next(first) }
            walk(from: first, root: root, into: &builder)
        }
    }

    /// What an entity stands for, as cmark-gfm decodes it; `nil` if it is none. The bytes run from `&` to `;`.
    static func decode(entity: some Collection<UInt8>) -> [UInt8]? {
        let bytes = entity.map { CChar(bitPattern: $0) }
        // Without extensions, but none may be at work on the table that this reads.
        _ = extensions
        guard let root = cmark_parse_document(bytes, bytes.count, CMARK_OPT_DEFAULT) else { return nil }
        defer { cmark_node_free(root) }
        guard let text = cmark_node_first_child(cmark_node_first_child(root)) else { return nil }
        let literal = buffer(cmark_node_get_literal(text))
        return literal.elementsEqual(entity) ? nil : Array(literal)
    }

    private static func walk(from first: NodePointer?, root: NodePointer, into builder: inout TreeBuilder) {
        var next = first
        while let node = next {
            builder.enter(parsed(node))
            if let child = cmark_node_first_child(node) {
                next = child
                continue
            }
            builder.exit()
            var done = node
            next = cmark_node_next(done)
            while next == nil, let parent = cmark_node_parent(done), parent != root {
                builder.exit()
                done = parent
                next = cmark_node_next(done)
            }
        }
    }

    private static func parsed(_ node: NodePointer) -> ParsedNode {
        let kind = kind(of: node)
        var parsed = ParsedNode(kind: kind)
        if !kind.isInline {
            parsed.line = Int(cmark_node_get_start_line(node))
            parsed.column = Int(cmark_node_get_start_column(node))
            parsed.endLine = Int(cmark_node_get_end_line(node))
        }
        switch kind {
        case .text, .code, .htmlInline, .htmlBlock:
            parsed.literal = buffer(cmark_node_get_literal(node))
        case .paragraph:
            parsed.content = content(of: node)
            // What stood before a table's header in one paragraph with it gets no place; the table's is its own.
            if parsed.line == 0, let table = cmark_node_next(node) {
                parsed.endLine = Int(cmark_node_get_start_line(table))
                parsed.column = Int(cmark_node_get_start_column(table))
            }
        case .heading:
            parsed.content = content(of: node)
            parsed.number = Int(cmark_node_get_heading_level(node))
        case .codeBlock:
            parsed.literal = buffer(cmark_node_get_literal(node))
            parsed.content = buffer(cmark_node_get_fence_info(node))
            var length: CInt = 0
            var offset: CInt = 0
            var character: CChar = 0
            parsed.isFenced = cmark_node_get_fenced(node, &length, &offset, &character) != 0
            parsed.nextLine = lineAfter(node)
        case .list:
            if cmark_node_get_list_tight(node) != 0 { parsed.flags.insert(.tight) }
            if cmark_node_get_list_type(node) == CMARK_ORDERED_LIST { parsed.flags.insert(.ordered) }
            parsed.number = Int(cmark_node_get_list_start(node))
        case .item:
            if cmark_node_get_syntax_extension(node) != nil { parsed.flags.insert(.task) }
        case .table:
            let columns = Int(cmark_gfm_extensions_get_table_columns(node))
            parsed.extra = UnsafeBufferPointer(start: cmark_gfm_extensions_get_table_alignments(node), count: columns)
        case .tableRow:
            if cmark_gfm_extensions_get_table_row_is_header(node) != 0 { parsed.flags.insert(.header) }
        case .tableCell:
            parsed.content = content(of: node)
        case .link, .image:
            parsed.content = buffer(cmark_node_get_url(node))
            parsed.extra = buffer(cmark_node_get_title(node))
        case .footnoteReference:
            let digits = buffer(cmark_node_get_literal(node))
            parsed.number = digits.reduce(0) { $1.isDigit ? $0 &* 10 &+ Int($1 &- 48) : $0 }
        default: break
        }
        return parsed
    }

    /// The line that the next block in the document begins on; 0 if there is none.
    private static func lineAfter(_ node: NodePointer) -> Int {
        var last: NodePointer? = node
        while let node = last, cmark_node_next(node) == nil { last = cmark_node_parent(node) }
        guard let node = last, let next = cmark_node_next(node) else { return 0 }
        let line = Int(cmark_node_get_start_line(next))
        // What was cut off a table has its place.
        return line == 0 ? Int(cmark_node_get_start_line(cmark_node_next(next))) : line
    }

    /// The text of a node's inlines. Where there are none, cmark-gfm may not even have ended it with a zero.
    private static func content(of node: NodePointer) -> UnsafeBufferPointer<UInt8> {
        cmark_node_first_child(node) == nil ? buffer(nil) : buffer(cmark_node_get_string_content(node))
    }

    private static func buffer(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
        guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
        let count = strlen(text)
        return text.withMemoryRebound(to: UInt8.self, capacity: count) { UnsafeBufferPointer(start: $0, count: count) }
    }

    private static func kind(of node: NodePointer) -> Node.Kind {
        let type = cmark_node_get_type(node)
        return switch type {
        case CMARK_NODE_TEXT: .text
        case CMARK_NODE_SOFTBREAK: .softBreak
        case CMARK_NODE_LINEBREAK: .lineBreak
        case CMARK_NODE_CODE: .code
        case CMARK_NODE_HTML_INLINE: .htmlInline
        case CMARK_NODE_EMPH: .emphasis
        case CMARK_NODE_STRONG: .strong
        case CMARK_NODE_LINK: .link
        case CMARK_NODE_IMAGE: .image
        case CMARK_NODE_FOOTNOTE_REFERENCE: .footnoteReference
        case CMARK_NODE_PARAGRAPH: .paragraph
        case CMARK_NODE_HEADING: .heading
        case CMARK_NODE_BLOCK_QUOTE: .blockQuote
        case CMARK_NODE_LIST: .list
        case CMARK_NODE_ITEM: .item
        case CMARK_NODE_CODE_BLOCK: .codeBlock
        case CMARK_NODE_HTML_BLOCK: .htmlBlock
        case CMARK_NODE_THEMATIC_BREAK: .thematicBreak
        case CMARK_NODE_FOOTNOTE_DEFINITION: .footnoteDefinition
        default: extensionKinds[type.rawValue] ?? .text
        }
    }

    /// The numbers of the extensions' node types. They are given at run time; only the type's name is public.
    private static let extensionKinds: [UInt32: Node.Kind] = {
        let names: [String: Node.Kind] = [
            "table": .table, "table_header": .tableRow, "table_row": .tableRow, "table_cell": .tableCell,
            "strikethrough": .strikethrough,
        ]
        var kinds: [UInt32: Node.Kind] = [:]
        guard let parser = parser(forTildes: true) else { return kinds }
        defer { cmark_parser_free(parser) }
        let sample = "| a |\n| - |\n| ~b~ |\n"
        cmark_parser_feed(parser, sample, sample.utf8.count)
        guard let root = finish(parser, hasTildes: true) else { return kinds }
        defer { cmark_node_free(root) }
        let iterator = cmark_iter_new(root)
        defer { cmark_iter_free(iterator) }
        while cmark_iter_next(iterator) != CMARK_EVENT_DONE {
            let node = cmark_iter_get_node(iterator)
            guard let name = cmark_node_get_type_string(node), let kind = names[String(cString: name)] else { continue }
            kinds[cmark_node_get_type(node).rawValue] = kind
        }
        return kinds
    }()
}
