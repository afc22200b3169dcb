extension TemplateParser {
    enum PipelineEnd {
        case rightDelimiter, rightParenthesis

        func matches(_ token: TemplateToken) -> Bool {
            switch (self, token.kind) {
            case (.rightDelimiter, .rightDelimiter), (.rightParenthesis, .rightParenthesis): true
            default: false
            }
        }
    }

    /// Declarations, if any, then commands with `|` between them.
    mutating func pipeline(_ context: String, _ end: PipelineEnd) throws(TemplateError) -> TemplateNode {
        let start = peekNonSpace().position
        var pipe = TemplateNode.Pipe()
        try declarations(&pipe, context)
        while true {
            let token = nextNonSpace()
            if end.matches(token) {
                try check(pipe, context)
                return TemplateNode(start, .pipe(pipe))
            }
            guard token.startsOperand else { throw unexpected(token, context) }
            backup()
            pipe.commands.append(try command())
        }
    }

    private mutating func declarations(_ pipe: inout TemplateNode.Pipe, _ context: String) throws(TemplateError) {
        while true {
            let variable = peekNonSpace()
            guard case .variable = variable.kind else { return }
            _ = next()
            // In `$x foo` only `foo` tells that `$x` isn't declared; then all three tokens are put back.
            let after = peek()
            let sign = peekNonSpace()
            switch sign.kind {
            case .assign, .declare:
                if case .assign = sign.kind { pipe.isAssignment = true }
                _ = nextNonSpace()
                pipe.variables.append(variable.bytes)
                return declare(variable.bytes)
            case .character where sign.bytes == [UInt8(ascii: ",")]:
                _ = nextNonSpace()
                pipe.variables.append(variable.bytes)
                declare(variable.bytes)
                guard context == "range", pipe.variables.count < 2 else {
                    throw error("too many declarations in \(context)")
                }
                switch peekNonSpace().kind {
                case .variable, .rightDelimiter, .rightParenthesis: continue
                default: throw error("range can only initialize variables")
                }
            default:
                if after.isSpace { backup3(variable, after) } else { backup2(variable) }
                return
            }
        }
    }

    private func check(_ pipe: TemplateNode.Pipe, _ context: String) throws(TemplateError) {
        if pipe.commands.isEmpty { throw error("missing value for \(context)") }
        for (index, command) in pipe.commands.enumerated().dropFirst() {
            guard case .command(let arguments) = command.kind else { continue }
            switch arguments[0].kind {
            case .bool, .dot, .null, .number, .string:
                throw error("non executable command in pipeline stage \(index + 1)")
            default: continue
            }
        }
    }

    private mutating func command() throws(TemplateError) -> TemplateNode {
        let start = peekNonSpace().position
        var arguments: [TemplateNode] = []
        loop: while true {
            _ = peekNonSpace()
            if let operand = try operand() { arguments.append(operand) }
            let token = next()
            switch token.kind {
            case .space: continue
            case .rightDelimiter, .rightParenthesis:
                backup()
                break loop
            case .pipe: break loop
            default: throw unexpected(token, "operand")
            }
        }
        if arguments.isEmpty { throw error("empty command") }
        return TemplateNode(start, .command(arguments))
    }

    /// A term, and the names after dots that follow it.
    private mutating func operand() throws(TemplateError) -> TemplateNode? {
        guard let term = try term() else { return nil }
        guard peek().isField else { return term }
        let start = peek().position
        var names: [TemplateName] = []
        while peek().isField { names.append(fieldName(next().bytes.dropFirst())) }
        switch term.kind {
        case .field(let first): return TemplateNode(start, .field(first + names))
        case .variable(let name, let first): return TemplateNode(start, .variable(name, fields: first + names))
        case .bool, .string, .number, .null, .dot:
            throw error("unexpected . after term \(GoQuote.text(Array(term.text.utf8)))")
        default: return TemplateNode(start, .chain(term, fields: names))
        }
    }

    private mutating func term() throws(TemplateError) -> TemplateNode? {
        let token = nextNonSpace()
        func node(_ kind: TemplateNode.Kind) -> TemplateNode { TemplateNode(token.position, kind) }
        switch token.kind {
        case .identifier:
            let name = String(decoding: token.bytes, as: UTF8.self)
            guard let function = TemplateFunction.named(name) else {
                throw error("function \(GoQuote.text(token.bytes)) not defined", at: token.range)
            }
            return node(.function(function))
        case .keyword(.dot): return node(.dot)
        case .keyword(.null): return node(.null)
        case .variable:
            guard isDeclared(token.bytes) else {
                throw error("undefined variable \(GoQuote.text(token.bytes))", at: token.range)
            }
            return node(.variable(token.bytes, fields: []))
        case .field: return node(.field([fieldName(token.bytes.dropFirst())]))
        case .bool: return node(.bool(token.bytes.count == 4))
        case .characterConstant, .complex, .number:
            do throws(TemplateNumber.Problem) {
                return node(.number(try TemplateNumber(token)))
            } catch {
                throw self.error(error.message, at: token.range)
            }
        case .leftParenthesis:
            try nest(true)
            let pipe = try pipeline("parenthesized pipeline", .rightParenthesis)
            try nest(false)
            return pipe
        case .string, .rawString:
            guard let value = GoQuote.unquote(token.bytes) else { throw error("invalid syntax", at: token.range) }
            return node(.string(value, quoted: token.bytes))
        default:
            backup()
            return nil
        }
    }
}

extension TemplateToken {
    fileprivate var startsOperand: Bool {
        switch kind {
        case .bool, .characterConstant, .complex, .keyword(.dot), .field, .identifier, .number, .keyword(.null),
            .rawString,
            .string, .variable, .leftParenthesis:
            true
        default: false
        }
    }
}
