extension TemplateExecution {
    /// Calls a function, or a method, with its arguments and the value from the pipeline before it.
    func call(
        _ dot: TemplateValue, _ function: TemplateFunction, _ node: TemplateNode, _ arguments: [TemplateNode],
        _ final: TemplateValue?
    ) throws(TemplateError) -> TemplateValue {
        let count = arguments.count + (final == nil ? 0 : 1)
        let fixed = function.parameters.count
        if function.rest != nil {
            if count < fixed {
                throw error(
                    "wrong number of args for \(function.name): want at least \(fixed) got \(arguments.count)")
            }
        } else if count != fixed {
            throw error("wrong number of args for \(function.name): want \(fixed) got \(count)")
        }
        if case .refused(let problem) = function.special { throw error(problem) }
        if function.special == .and || function.special == .or {
            return try shortCircuit(dot, function.special == .or, arguments, final)
        }
        var values: [TemplateValue] = []
        for (index, node) in arguments.enumerated() {
            let type = index < fixed ? function.parameters[index] : function.rest ?? .any
            values.append(try argument(dot, type, node))
        }
        if let final {
            values.append(try checked(final, count <= fixed ? function.parameters[count - 1] : function.rest ?? .any))
        }
        do throws(CallProblem) {
            if function.special == .call { throw callProblem(values, arguments, final) }
            let result = try function.body(self, values)
            try spend(on: result)
            return result
        } catch {
            self.node = node
            throw self.error("error calling \(function.name): \(error.message)")
        }
    }

    private func spend(on result: TemplateValue) throws(CallProblem) {
        guard case .string(let bytes) = result else { return }
        do throws(TemplateError) {
            try spend(bytes.count)
        } catch {
            throw CallProblem(error.message)
        }
    }

    /// `and` and `or`: the first argument that decides, or else the last. What follows isn't evaluated.
    private func shortCircuit(
        _ dot: TemplateValue, _ isOr: Bool, _ arguments: [TemplateNode], _ final: TemplateValue?
    ) throws(TemplateError) -> TemplateValue {
        var value = TemplateValue.none
        for node in arguments {
            value = try argument(dot, .reflected, node)
            if isTrue(value) == isOr { return value }
        }
        return final ?? value
    }

    /// `call` calls functions that are values, of which there are none here.
    private func callProblem(
        _ values: [TemplateValue], _ arguments: [TemplateNode], _ final: TemplateValue?
    ) -> CallProblem {
        guard let function = values.first?.concrete, let type = function.type else { return CallProblem("call of nil") }
        let name: String
        if let first = arguments.first {
            name = first.text
        } else if case .string(let text) = final {
            name = String(decoding: text, as: UTF8.self)
        } else {
            name = "<\(type.rawValue) Value>"
        }
        return CallProblem("non-function \(name) of type \(type.rawValue)")
    }

    /// An argument, evaluated to the type that its parameter has; nil if any value will do.
    func argument(_ dot: TemplateValue, _ type: GoType?, _ node: TemplateNode) throws(TemplateError) -> TemplateValue {
        self.node = node
        switch node.kind {
        case .dot: return try checked(dot, type)
        case .null:
            if let type, !type.isNillable { throw error("cannot assign nil to \(type.rawValue)") }
            return .none
        case .field: return try checked(try access(dot, node, nil, nil), type)
        case .variable, .chain: return try checked(try access(dot, node, nil, nil), type)
        case .pipe: return try checked(try nested { () throws(TemplateError) in try pipeline(dot, node) }, type)
        case .function(let function):
            self.node = node
            return try checked(try call(dot, function, node, [], nil), type)
        default: return try literal(type ?? .any, node)
        }
    }

    private func literal(_ type: GoType, _ node: TemplateNode) throws(TemplateError) -> TemplateValue {
        switch (type, node.kind) {
        case (.bool, .bool(let value)), (.any, .bool(let value)), (.reflected, .bool(let value)): return .bool(value)
        case (.string, .string(let value, _)), (.any, .string(let value, _)), (.reflected, .string(let value, _)):
            return .string(value)
        case (.any, .number(let number)), (.reflected, .number(let number)): return try constant(number)
        case (.float64, .number(let number)):
            if let value = number.float { return .float(value) }
        case (.int, .number(let number)):
            if let value = number.integer { return .int(value) }
        case (.int64, .number(let number)):
            if let value = number.integer { return .int64(Int64(value)) }
        case (.duration, .number(let number)):
            if let value = number.integer { return .duration(Int64(value)) }
        default: break
        }
        switch type {
        case .bool: throw error("expected bool; found \(node.text)")
        case .string: throw error("expected string; found \(node.text)")
        case .float64: throw error("expected float; found \(node.text)")
        case .int, .int64, .duration, .month, .weekday: throw error("expected integer; found \(node.text)")
        default: throw error("can't handle \(node.text) for arg of type \(type.rawValue)")
        }
    }

    /// The value, if it may be given for the type.
    private func checked(_ value: TemplateValue, _ type: GoType?) throws(TemplateError) -> TemplateValue {
        guard let type else { return value }
        guard let actual = value.type else {
            if type.isNillable { return .none }
            throw error("invalid value; expected \(type.rawValue)")
        }
        if type.takesAll || actual == type { return value }
        if case .any(let inner) = value, let actual = inner.type {
            if actual == type { return inner }
            throw error("wrong type for value; expected \(type.rawValue); got \(actual.rawValue)")
        }
        throw error("wrong type for value; expected \(type.rawValue); got \(actual.rawValue)")
    }
}
