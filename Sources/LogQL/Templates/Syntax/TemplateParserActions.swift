extension TemplateParser {
    /// What stands between `{{` and `}}`: a control structure or a pipeline.
    mutating func action() throws(TemplateError) -> Element {
        let token = nextNonSpace()
        if case .keyword(let keyword) = token.kind {
            switch keyword {
            case .block: return .node(try block())
            case .break: return .node(try loopControl(token, .breakLoop, "{{break}}"))
            case .continue: return .node(try loopControl(token, .continueLoop, "{{continue}}"))
            case .else: return try otherwise()
            case .end:
                _ = try expectRightDelimiter("end")
                return .terminator(.end)
            case .if: return .node(try branch(.if))
            case .range: return .node(try branch(.range))
            case .with: return .node(try branch(.with))
            case .template: return .node(try template())
            case .define, .dot, .null: break
            }
        }
        backup()
        let start = peek().position
        return .node(TemplateNode(start, .action(try pipeline("command", .rightDelimiter))))
    }

    private mutating func loopControl(
        _ keyword: TemplateToken, _ kind: TemplateNode.Kind, _ shown: String
    ) throws(TemplateError) -> TemplateNode {
        _ = try expectRightDelimiter(shown)
        guard isInLoop else { throw error("\(shown) outside {{range}}", at: keyword.range) }
        return TemplateNode(keyword.position, kind)
    }

    private mutating func otherwise() throws(TemplateError) -> Element {
        // Of `{{else if` and `{{else with` the rest is read as a branch of its own.
        let token = peekNonSpace()
        if !token.is(.if), !token.is(.with) { _ = try expectRightDelimiter("else") }
        return .terminator(.otherwise)
    }

    private mutating func branch(_ keyword: TemplateNode.Branch.Keyword) throws(TemplateError) -> TemplateNode {
        let count = variableCount
        defer { dropVariables(to: count) }
        let pipe = try pipeline(keyword.rawValue, .rightDelimiter)
        if keyword == .range { changeLoops(by: 1) }
        let (list, terminator) = try self.list()
        if keyword == .range { changeLoops(by: -1) }
        let otherwise = terminator == .otherwise ? try alternative(keyword) : nil
        let branch = TemplateNode.Branch(keyword: keyword, pipe: pipe, list: list, otherwise: otherwise)
        return TemplateNode(pipe.position, .branch(branch))
    }

    private mutating func alternative(_ keyword: TemplateNode.Branch.Keyword) throws(TemplateError) -> TemplateNode {
        let token = peek()
        if keyword == .if && token.is(.if) || keyword == .with && token.is(.with) {
            _ = next()
            try nest(true)
            let inner = try branch(keyword)
            try nest(false)
            return TemplateNode(token.position, .list([inner]))
        }
        let (list, terminator) = try self.list()
        guard terminator == .end else { throw error("expected end; found \(terminator.shown)") }
        return list
    }

    private mutating func block() throws(TemplateError) -> TemplateNode {
        let context = "block clause"
        let token = nextNonSpace()
        let name = try templateName(token, context)
        let pipe = try pipeline(context, .rightDelimiter)
        try subtemplate(name, context)
        return TemplateNode(token.position, .template(name: name, pipe: pipe))
    }

    private mutating func template() throws(TemplateError) -> TemplateNode {
        let context = "template clause"
        let token = nextNonSpace()
        let name = try templateName(token, context)
        if nextNonSpace().isRightDelimiter {
            return TemplateNode(token.position, .template(name: name, pipe: nil))
        }
        backup()
        let pipe = try pipeline(context, .rightDelimiter)
        return TemplateNode(token.position, .template(name: name, pipe: pipe))
    }
}
