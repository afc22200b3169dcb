extension TemplateExecution {
    /// `range`: over integers below a number, over lists, and over the members of maps by key.
    func loop(_ dot: TemplateValue, _ branch: TemplateNode.Branch) throws(TemplateError) -> Flow {
        let mark = variables.count
        defer { dropVariables(to: mark) }
        guard case .pipe(let pipe) = branch.pipe.kind else { return .next }
        let value = try pipeline(dot, branch.pipe).concrete
        var rounds = LoopRounds(pipe: pipe, list: branch.list)
        switch value {
        case .int, .int64, .uint8, .duration, .month, .weekday:
            if pipe.variables.count > 1 {
                throw error("can't use \(GoPrinter.text(value, self)) to iterate over more than one variable")
            }
            var number = 0
            let end = value.integer ?? 0
            while number < end, !rounds.hasLeft {
                try round(&rounds, .none, value.replacing(number))
                number += 1
            }
        case .list(let values):
            for (index, element) in values.enumerated() where !rounds.hasLeft {
                try round(&rounds, .int(index), .any(element))
            }
        case .bytes(let bytes):
            for (index, byte) in bytes.enumerated() where !rounds.hasLeft {
                try round(&rounds, .int(index), .uint8(byte))
            }
        case .map(let members):
            for member in members where !rounds.hasLeft { try round(&rounds, .string(member.key), .any(member.value)) }
        case .labels:
            for member in labels where !rounds.hasLeft { try round(&rounds, .string(member.key), member.value) }
        case .none: break
        default: throw error("range can't iterate over \(GoPrinter.text(value, self))")
        }
        guard !rounds.hasBegun, let otherwise = branch.otherwise else { return .next }
        return try nested { () throws(TemplateError) in try walk(dot, otherwise) }
    }

    struct LoopRounds {
        let pipe: TemplateNode.Pipe
        let list: TemplateNode
        var hasBegun = false
        /// Whether `break` ended the loop.
        var hasLeft = false
    }

    private func round(
        _ rounds: inout LoopRounds, _ index: TemplateValue, _ element: TemplateValue
    ) throws(TemplateError) {
        rounds.hasBegun = true
        let names = rounds.pipe.variables
        // Two variables take index and element; one takes the element.
        if rounds.pipe.isAssignment {
            if names.count > 1 { try assign(names[0], index) }
            if let last = names.last { try assign(last, element) }
        } else {
            if names.count > 1, variables.count > 1 { variables[variables.count - 2].value = index }
            if !names.isEmpty, !variables.isEmpty { variables[variables.count - 1].value = element }
        }
        let mark = variables.count
        let list = rounds.list
        let flow = try nested { () throws(TemplateError) in try walk(element, list) }
        dropVariables(to: mark)
        if flow == .leaveLoop { rounds.hasLeft = true }
    }

    func assign(_ name: [UInt8], _ value: TemplateValue) throws(TemplateError) {
        guard let index = variables.lastIndex(where: { $0.name == name }) else {
            throw error("undefined variable: \(String(decoding: name, as: UTF8.self))")
        }
        variables[index].value = value
    }
}

extension TemplateValue {
    /// Another integer of the same type.
    fileprivate func replacing(_ number: Int) -> TemplateValue {
        switch self {
        case .int64: .int64(Int64(number))
        case .uint8: .uint8(UInt8(truncatingIfNeeded: number))
        case .duration: .duration(Int64(number))
        case .month: .month(number)
        case .weekday: .weekday(number)
        default: .int(number)
        }
    }
}
