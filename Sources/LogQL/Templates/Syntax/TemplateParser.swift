/// Reads a template as Go's text/template does, unknown functions and undeclared variables being errors.
struct TemplateParser {
    /// Deeper nesting is refused, where Go goes on, so that no text exhausts the stack.
    static let deepest = 200

    private let bytes: [UInt8]
    private let name: [UInt8]
    private var lexer: TemplateLexer
    private var definitions: [[UInt8]: TemplateNode] = [:]
    private(set) var fieldNames: [TemplateName] = []
    private var depth = 0
    /// What's known while one of the text's templates is read.
    private var tree: Tree

    struct Tree {
        let name: [UInt8]
        /// The current token, and after it those that were read ahead, the last first.
        var tokens: [TemplateToken] = []
        var ahead = 0
        var variables: [[UInt8]] = [Array("$".utf8)]
        /// The line where the action begins that's being read.
        var actionLine: Int?
        var loops = 0
        var parentheses = 0
    }

    /// What ended a list.
    enum Terminator {
        case end, otherwise

        var shown: String { self == .end ? "{{end}}" : "{{else}}" }
    }

    enum Element {
        case node(TemplateNode)
        case terminator(Terminator)
    }

    init(_ bytes: [UInt8], name: [UInt8]) {
        self.bytes = bytes
        self.name = name
        lexer = TemplateLexer(bytes)
        tree = Tree(name: name)
    }

    mutating func parse() throws(TemplateError) -> TemplateSet {
        let start = peek().position
        var nodes: [TemplateNode] = []
        while !peek().isEnd {
            if case .leftDelimiter = peek().kind {
                let delimiter = next()
                if nextNonSpace().is(.define) {
                    try definition()
                    continue
                }
                backup2(delimiter)
            }
            switch try textOrAction() {
            case .node(let node): nodes.append(node)
            case .terminator(let terminator): throw error("unexpected \(terminator.shown)")
            }
        }
        let root = TemplateNode(start, .list(nodes))
        try add(root)
        return TemplateSet(text: bytes, name: name, root: definitions[name] ?? root, definitions: definitions)
    }

    // MARK: Tokens

    mutating func next() -> TemplateToken {
        if tree.ahead > 0 {
            tree.ahead -= 1
        } else {
            put(lexer.next(), at: 0)
        }
        return tree.tokens[tree.ahead]
    }

    mutating func backup() { tree.ahead += 1 }

    mutating func backup2(_ token: TemplateToken) {
        put(token, at: 1)
        tree.ahead = 2
    }

    mutating func backup3(_ second: TemplateToken, _ first: TemplateToken) {
        put(first, at: 1)
        put(second, at: 2)
        tree.ahead = 3
    }

    private mutating func put(_ token: TemplateToken, at index: Int) {
        while tree.tokens.count <= index { tree.tokens.append(token) }
        tree.tokens[index] = token
    }

    mutating func peek() -> TemplateToken {
        if tree.ahead == 0 {
            tree.ahead = 1
            put(lexer.next(), at: 0)
        }
        return tree.tokens[tree.ahead - 1]
    }

    mutating func nextNonSpace() -> TemplateToken {
        while true {
            let token = next()
            if !token.isSpace { return token }
        }
    }

    mutating func peekNonSpace() -> TemplateToken {
        let token = nextNonSpace()
        backup()
        return token
    }

    mutating func expectRightDelimiter(_ context: String) throws(TemplateError) -> TemplateToken {
        let token = nextNonSpace()
        guard token.isRightDelimiter else { throw unexpected(token, context) }
        return token
    }

    // MARK: Errors

    func error(_ message: String, at range: Range<Int>? = nil) -> TemplateError {
        let token = tree.tokens.first
        return TemplateError(
            message: message,
            text: "template: \(String(decoding: name, as: UTF8.self)):\(token?.line ?? 1): \(message)",
            range: range ?? token?.range ?? 0..<0)
    }

    func unexpected(_ token: TemplateToken, _ context: String) -> TemplateError {
        guard case .error = token.kind else { return error("unexpected \(token.shown) in \(context)", at: token.range) }
        var message = token.shown
        if let line = tree.actionLine, line != token.line {
            let place = "action started at \(String(decoding: name, as: UTF8.self)):\(line)"
            message += message.hasSuffix(" action") ? place.dropFirst("action".count) : " in " + place
        }
        return error(message, at: token.range)
    }

    // MARK: Lists

    /// Reads a template with a name and variables of its own, up to its `end`.
    mutating func subtemplate(_ name: [UInt8], _ context: String) throws(TemplateError) {
        let outer = tree
        tree = Tree(name: name)
        let (list, terminator) = try self.list()
        guard terminator == .end else {
            // Of a block it's the outer template that complains.
            throw error("unexpected \(terminator.shown) in \(context)")
        }
        try add(list)
        tree = outer
    }

    private mutating func definition() throws(TemplateError) {
        let context = "define clause"
        let outer = tree
        tree = Tree(name: Array("definition".utf8))
        let token = nextNonSpace()
        let name = try templateName(token, context)
        _ = try expectRightDelimiter(context)
        try subtemplate(name, context)
        tree = outer
    }

    private mutating func add(_ list: TemplateNode) throws(TemplateError) {
        if let known = definitions[tree.name], !known.isBlank {
            if !list.isBlank { throw error("template: multiple definition of template \(GoQuote.text(tree.name))") }
            return
        }
        definitions[tree.name] = list
    }

    mutating func list() throws(TemplateError) -> (TemplateNode, Terminator) {
        depth += 1
        defer { depth -= 1 }
        guard depth <= Self.deepest else { throw error("templates may be nested \(Self.deepest) deep at most") }
        let start = peekNonSpace().position
        var nodes: [TemplateNode] = []
        while !peekNonSpace().isEnd {
            switch try textOrAction() {
            case .node(let node): nodes.append(node)
            case .terminator(let terminator): return (TemplateNode(start, .list(nodes)), terminator)
            }
        }
        throw error("unexpected EOF")
    }

    mutating func textOrAction() throws(TemplateError) -> Element {
        let token = nextNonSpace()
        switch token.kind {
        case .text: return .node(TemplateNode(token.position, .text(token.bytes)))
        case .leftDelimiter:
            tree.actionLine = token.line
            let element = try action()
            tree.actionLine = nil
            return element
        default: throw unexpected(token, "input")
        }
    }

    func templateName(_ token: TemplateToken, _ context: String) throws(TemplateError) -> [UInt8] {
        switch token.kind {
        case .string, .rawString:
            guard let name = GoQuote.unquote(token.bytes) else { throw error("invalid syntax", at: token.range) }
            return name
        default: throw unexpected(token, context)
        }
    }

    // MARK: State for the other parts of the parser

    var isInLoop: Bool { tree.loops > 0 }
    var variableCount: Int { tree.variables.count }

    mutating func changeLoops(by step: Int) { tree.loops += step }
    mutating func declare(_ variable: [UInt8]) { tree.variables.append(variable) }
    mutating func dropVariables(to count: Int) { tree.variables.removeLast(max(0, tree.variables.count - count)) }
    func isDeclared(_ variable: [UInt8]) -> Bool { tree.variables.contains(variable) }

    /// Counts a parenthesis, or with `false` its end.
    mutating func nest(_ opens: Bool) throws(TemplateError) {
        depth += opens ? 1 : -1
        guard depth <= Self.deepest else { throw error("max expression depth exceeded") }
    }

    /// The name with its place among the template's names.
    mutating func fieldName(_ bytes: ArraySlice<UInt8>) -> TemplateName {
        if let known = fieldNames.first(where: { $0.bytes.elementsEqual(bytes) }) { return known }
        let name = TemplateName(bytes: Array(bytes), index: fieldNames.count)
        fieldNames.append(name)
        return name
    }
}

extension TemplateNode {
    /// Whether there's nothing but white space in it.
    var isBlank: Bool {
        switch kind {
        case .list(let nodes): nodes.allSatisfy(\.isBlank)
        case .text(let bytes): GoUTF8.runes(bytes).allSatisfy { !$0.isInvalid && $0.scalar.isGoSpace }
        default: false
        }
    }
}
