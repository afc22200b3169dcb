import Diagnostics

/// Builds a document's nodes from what cmark-gfm tells, and gives each its exact place in the text.
///
/// cmark-gfm's own positions are good for the beginnings of blocks and for little else: inline columns are wrong in
/// continuation lines and after anything that spans lines, ends of fences and setext headings are off by a line, bare
/// autolinks have none. So blocks are found by their lines (`BlockLines`), and inlines by reading their text once more
/// beside the finished tree (`InlineReader`), which cannot go astray because the tree says what must come next.
struct TreeBuilder {
    /// The text as the author has it, and as it was given to cmark-gfm: of equal length, marks of containers replaced.
    let text: UnsafeBufferPointer<UInt8>
    let fed: UnsafeBufferPointer<UInt8>
    let scan: SourceScan
    /// How many lines of our own cmark-gfm read before the text.
    let leadingLines: Int
    let map: PositionMap

    var nodes: [Node] = []
    /// The text, then the literals that do not stand in it as they are.
    var buffer: [UInt8]
    var headings: [HeadingData] = []
    var links: [LinkData] = []
    /// Of references among them: the labels without differences of case and of whitespace.
    var linkKeys: [Int: String] = [:]
    var codeBlocks: [CodeBlockData] = []
    var footnotes: [FootnoteData] = []
    var definitions: [DefinitionData] = []
    var containers: [ContainerData] = []
    var diagnostics: [Diagnostic] = []

    /// The nodes that are open, the root first, each with its last child so far.
    var open: [Open] = []
    var reader = InlineReader()
    /// Lines that belong to a leaf block; kept only where a line may define a reference.
    var covered: [Bool] = []
    /// Lines of a paragraph that cmark-gfm cut off a table's head.
    var linesBeforeTable = 0
    /// The lines of the table that is open.
    var tableLine = 0
    var alignments: [Alignment] = []
    /// Where the next cell of the open row begins, and its column.
    var rowPosition = 0
    var column = 0
    /// The offsets of `:::` that cmark-gfm was given as `<?>`, and those that it took for blocks.
    var containerMarks: [Int] = []
    /// The first node below too many containers.
    var deepNode: Int?
    var seenMarks: Set<Int> = []
    /// Whether the node that was entered last got no place in the tree.
    var skipsExit = false
    /// Nodes whose place in the text could not be told; there are none unless a text holds NUL bytes.
    var unplaced = 0

    struct Open {
        var index: Int32
        var lastChild: Int32 = Node.none
        /// Whether it is a container of ours, which ends at a mark and not where cmark-gfm says.
        var isContainer = false
    }

    init(
        text: UnsafeBufferPointer<UInt8>, fed: UnsafeBufferPointer<UInt8>, scan: SourceScan, leadingLines: Int,
        map: PositionMap
    ) {
        self.text = text
        self.fed = fed
        self.scan = scan
        self.leadingLines = leadingLines
        self.map = map
        buffer = []
        buffer.reserveCapacity(text.count + text.count / 8)
        buffer.append(contentsOf: text)
        nodes.reserveCapacity(text.count / 12 + 8)
        if scan.mayDefine { covered = Array(repeating: false, count: scan.lines.count) }
        nodes.append(Node(kind: .document, parent: Node.none, lower: 0, upper: Int32(text.count)))
        open.append(Open(index: 0))
    }

    // MARK: - Nodes

    /// Adds a node below the innermost open one and opens it.
    mutating func push(_ kind: Node.Kind, _ range: Range<Int>, flags: Node.Flags = []) {
        let index = Int32(nodes.count)
        let top = open.count - 1
        var node = Node(
            kind: kind, parent: open[top].index, lower: Int32(range.lowerBound), upper: Int32(range.upperBound))
        node.flags = flags
        nodes.append(node)
        if open[top].lastChild == Node.none {
            nodes[Int(open[top].index)].firstChild = index
        } else {
            nodes[Int(open[top].lastChild)].nextSibling = index
        }
        open[top].lastChild = index
        open.append(Open(index: index))
        if !kind.isInline { watchDepth() }
    }

    /// Closes the innermost open node; its parent covers it.
    mutating func pop() {
        let done = nodes[Int(open.removeLast().index)]
        guard let parent = open.last, parent.index != 0 else { return }
        nodes[Int(parent.index)].upper = max(nodes[Int(parent.index)].upper, done.upper)
    }

    /// The node opened last.
    var current: Int { Int(open[open.count - 1].index) }

    /// Keeps bytes that do not stand in the text and returns where.
    mutating func keep(_ bytes: some Sequence<UInt8>) -> Range<Int> {
        let start = buffer.count
        buffer.append(contentsOf: bytes)
        return start..<buffer.count
    }

    mutating func setText(_ range: Range<Int>) {
        nodes[current].textLower = Int32(range.lowerBound)
        nodes[current].textUpper = Int32(range.upperBound)
    }

    mutating func cover(_ lines: Range<Int>) {
        guard !covered.isEmpty else { return }
        for line in lines where covered.indices.contains(line) { covered[line] = true }
    }

    // MARK: - What cmark-gfm tells

    mutating func enter(_ parsed: ParsedNode) {
        if parsed.kind.isInline { enterInline(parsed) } else { enterBlock(parsed) }
    }

    mutating func exit() {
        if skipsExit {
            skipsExit = false
            return
        }
        let kind = nodes[current].kind
        if kind.isInline {
            exitInline(kind)
        } else {
            closeContainers()
            if kind == .heading { finishHeading() }
        }
        pop()
    }
}
