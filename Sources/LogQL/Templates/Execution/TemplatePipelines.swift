extension TemplateExecution {
    /// The value of a pipeline; what it declares stays on the stack of variables.
    func pipeline(_ dot: TemplateValue, _ node: TemplateNode) throws(TemplateError) -> TemplateValue {
        guard case .pipe(let pipe) = node.kind else { return .none }
        self.node = node
        var value: TemplateValue?
        for command in pipe.commands {
            let result = try nested { () throws(TemplateError) in try self.command(dot, command, final: value) }
            if case .any(let inner) = result { value = inner } else { value = result }
        }
        for variable in pipe.variables {
            if pipe.isAssignment {
                try assign(variable, value ?? .none)
            } else {
                variables.append((variable, value ?? .none))
            }
        }
        return value ?? .none
    }

    /// The value of a command, with the value of the command before as its last argument.
    private func command(
        _ dot: TemplateValue, _ command: TemplateNode, final: TemplateValue?
    ) throws(TemplateError) -> TemplateValue {
        guard case .command(let arguments) = command.kind, let first = arguments.first else { return .none }
        switch first.kind {
        case .field, .variable, .chain: return try access(dot, first, arguments, final)
        case .function(let function):
            node = first
            return try call(dot, function, command, Array(arguments.dropFirst()), final)
        case .pipe:
            try refuseArguments(arguments, final)
            return try pipeline(dot, first)
        default: break
        }
        node = first
        try refuseArguments(arguments, final)
        switch first.kind {
        case .bool(let value): return .bool(value)
        case .dot: return dot
        case .null: throw error("nil is not a command")
        case .number(let number): return try constant(number)
        case .string(let value, _): return .string(value)
        default: throw error("can't evaluate command \(GoQuote.text(Array(first.text.utf8)))")
        }
    }

    private func refuseArguments(_ arguments: [TemplateNode], _ final: TemplateValue?) throws(TemplateError) {
        guard arguments.count < 2, final == nil else {
            throw error("can't give argument to non-function \(arguments[0].text)")
        }
    }

    /// A number where any type will do: its form tells which it is.
    func constant(_ number: TemplateNumber) throws(TemplateError) -> TemplateValue {
        if let complex = number.complex { return .complex(complex.real, complex.imaginary) }
        if number.isWrittenAsFloat, let float = number.float { return .float(float) }
        if let integer = number.integer { return .int(integer) }
        throw error("\(String(decoding: number.text, as: UTF8.self)) overflows int")
    }

    /// Names after dots: of the dot, of a variable, or of another value.
    func access(
        _ dot: TemplateValue, _ node: TemplateNode, _ arguments: [TemplateNode]?, _ final: TemplateValue?
    ) throws(TemplateError) -> TemplateValue {
        self.node = node
        switch node.kind {
        case .field(let names): return try fields(dot, dot, node, names, arguments, final)
        case .variable(let name, let names):
            guard let value = variables.last(where: { $0.name == name })?.value else {
                throw error("undefined variable: \(String(decoding: name, as: UTF8.self))")
            }
            if names.isEmpty {
                try refuseArguments(arguments ?? [], final)
                return value
            }
            return try fields(dot, value, node, names, arguments, final)
        case .chain(let inner, let names):
            let value = try argument(dot, nil, inner)
            return try fields(dot, value, node, names, arguments, final)
        default: return .none
        }
    }

    private func fields(
        _ dot: TemplateValue, _ receiver: TemplateValue, _ node: TemplateNode, _ names: [TemplateName],
        _ arguments: [TemplateNode]?, _ final: TemplateValue?
    ) throws(TemplateError) -> TemplateValue {
        var value = receiver
        for name in names.dropLast() { value = try field(dot, name, node, nil, nil, value) }
        guard let last = names.last else { return value }
        return try field(dot, last, node, arguments, final, value)
    }

    /// A member of a map, or the result of a method.
    private func field(
        _ dot: TemplateValue, _ name: TemplateName, _ node: TemplateNode, _ arguments: [TemplateNode]?,
        _ final: TemplateValue?, _ receiver: TemplateValue
    ) throws(TemplateError) -> TemplateValue {
        guard let type = receiver.type else { return .none }
        let value = receiver.concrete
        if value.isNone { throw error("nil pointer evaluating \(type.rawValue).\(name.text)") }
        if let method = TemplateMethod.find(name.text, of: value) {
            return try call(dot, method.function, node, Array((arguments ?? []).dropFirst()), final)
        }
        let hasArguments = (arguments?.count ?? 0) > 1 || final != nil
        switch value {
        case .labels:
            if hasArguments { throw error("\(name.text) is not a method but has arguments") }
            return .string(label(name) ?? [])
        case .map(let members):
            if hasArguments { throw error("\(name.text) is not a method but has arguments") }
            return .any(members.first { $0.key == name.bytes }?.value ?? .none)
        default: throw error("can't evaluate field \(name.text) in type \(type.rawValue)")
        }
    }
}
