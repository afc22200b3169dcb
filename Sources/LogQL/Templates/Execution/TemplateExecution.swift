/// One rendering of a template that needs evaluation.
final class TemplateExecution {
    let set: TemplateSet
    let context: any TemplateContext
    /// The name of the template that's being executed: the text's own, or one that `define` gave.
    var name: [UInt8]
    /// The node that an error is about.
    var node: TemplateNode
    var variables: [(name: [UInt8], value: TemplateValue)] = []
    /// How many templates and pipelines are being executed one inside the other.
    var depth = 0
    private(set) var output: [UInt8]
    /// What may still be done, in bytes written and steps taken.
    private var budget = TemplateExecution.largestEffort

    /// Go bounds only the depth of templates (at 100000, which its texts name); this bounds all nesting, for the stack's sake.
    static let deepestTemplate = 600
    /// What a template at that depth may still nest.
    static let deepest = 1_200
    /// How much one rendering may do before it's given up; Loki bounds neither loops nor sizes.
    static let largestEffort = 1 << 26
    /// The largest string that a function may make.
    static let largestString = 1 << 24

    /// How a list ended.
    enum Flow {
        case next, leaveLoop, nextRound
    }

    init(_ set: TemplateSet, _ context: any TemplateContext, _ output: [UInt8]) {
        self.set = set
        self.context = context
        self.output = output
        name = set.name
        node = set.root
    }

    /// Renders; gives the error that stopped it.
    func run() -> TemplateError? {
        do throws(TemplateError) {
            variables = [(Array("$".utf8), .labels)]
            _ = try walk(.labels, set.root)
            return nil
        } catch {
            return error
        }
    }

    func takeOutput() -> [UInt8] {
        defer { output = [] }
        return output
    }

    func write(_ bytes: [UInt8]) throws(TemplateError) {
        try spend(bytes.count)
        output += bytes
    }

    func spend(_ effort: Int) throws(TemplateError) {
        budget -= effort + 64
        if budget < 0 { throw error("the template does too much") }
    }

    /// Go's error at the current node.
    func error(_ message: String) -> TemplateError {
        let before = set.text.prefix(node.position)
        let line = before.count { $0 == UInt8(ascii: "\n") } + 1
        let column = node.position - (before.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)
        let place = "\(String(decoding: set.name, as: UTF8.self)):\(line):\(column)"
        return TemplateError(
            message: message,
            text: "template: \(place): executing \(GoQuote.text(name)) at <\(node.text)>: \(message)",
            range: node.position..<max(node.position, min(set.text.count, node.position + node.text.utf8.count)))
    }

    // MARK: Walking

    func walk(_ dot: TemplateValue, _ node: TemplateNode) throws(TemplateError) -> Flow {
        self.node = node
        switch node.kind {
        case .list(let nodes):
            for node in nodes {
                let flow = try walk(dot, node)
                if flow != .next { return flow }
            }
        case .text(let bytes): try write(bytes)
        case .action(let pipe):
            let value = try pipeline(dot, pipe)
            if case .pipe(let pipe) = pipe.kind, pipe.variables.isEmpty { try print(value, at: node) }
        case .branch(let branch):
            switch branch.keyword {
            case .if, .with: return try conditional(dot, branch)
            case .range: return try loop(dot, branch)
            }
        case .template(let name, let pipe): try template(dot, name, pipe)
        case .breakLoop: return .leaveLoop
        case .continueLoop: return .nextRound
        default: throw error("unknown node: \(node.text)")
        }
        return .next
    }

    private func conditional(_ dot: TemplateValue, _ branch: TemplateNode.Branch) throws(TemplateError) -> Flow {
        let mark = variables.count
        defer { dropVariables(to: mark) }
        let value = try pipeline(dot, branch.pipe)
        guard isTrue(value) else {
            guard let otherwise = branch.otherwise else { return .next }
            return try nested { () throws(TemplateError) in try walk(dot, otherwise) }
        }
        let inner = branch.keyword == .with ? value : dot
        return try nested { () throws(TemplateError) in try walk(inner, branch.list) }
    }

    /// After an error, which leaves the variables of the template where it arose, there may be fewer than wanted.
    func dropVariables(to count: Int) { variables.removeLast(max(0, variables.count - count)) }

    /// Counts the depth around what may nest.
    func nested<Result>(_ body: () throws(TemplateError) -> Result) throws(TemplateError) -> Result {
        depth += 1
        defer { depth -= 1 }
        if depth > Self.deepest { throw error("exceeded maximum template depth (100000)") }
        try spend(0)
        return try body()
    }

    private func template(_ dot: TemplateValue, _ name: [UInt8], _ pipe: TemplateNode?) throws(TemplateError) {
        let root = name == set.name ? set.root : set.definitions[name]
        guard let root else { throw error("template \(GoQuote.text(name)) not defined") }
        // Before the argument is evaluated, as Go does it.
        if depth >= Self.deepestTemplate { throw error("exceeded maximum template depth (100000)") }
        let argument = if let pipe { try pipeline(dot, pipe) } else { TemplateValue.none }
        let (outerName, outerNode, outerVariables) = (self.name, node, variables)
        self.name = name
        variables = [(Array("$".utf8), argument)]
        _ = try nested { () throws(TemplateError) in try walk(argument, root) }
        (self.name, node, variables) = (outerName, outerNode, outerVariables)
    }

    /// Whether Go takes the value for true: that it isn't empty or zero.
    func isTrue(_ value: TemplateValue) -> Bool {
        switch value {
        case .none: false
        case .any(let value): isTrue(value)
        case .string(let bytes), .bytes(let bytes): !bytes.isEmpty
        case .bool(let value): value
        case .float(let value): value != 0
        case .complex(let real, let imaginary): real != 0 || imaginary != 0
        case .labels: !context.labelNames.isEmpty
        case .map(let members): !members.isEmpty
        case .list(let values): !values.isEmpty
        case .time, .zone: true
        case .int, .int64, .uint8, .duration, .month, .weekday: value.integer != 0
        }
    }

    private func print(_ value: TemplateValue, at node: TemplateNode) throws(TemplateError) {
        self.node = node
        switch value {
        case .none: try write(Array("<no value>".utf8))
        case .string(let bytes): try write(bytes)
        default:
            var printer = GoPrinter(self)
            printer.print([value])
            try write(printer.output)
        }
    }

    // MARK: The context

    func label(_ name: TemplateName) -> [UInt8]? {
        var value: [UInt8] = []
        return context.appendLabel(name, to: &value) ? value : nil
    }

    /// All labels, by name.
    var labels: [TemplateMember] {
        context.labelNames.sorted { $0.lexicographicallyPrecedes($1) }.compactMap { name in
            label(TemplateName(bytes: name, index: nil)).map { TemplateMember(key: name, value: .string($0)) }
        }
    }
}
