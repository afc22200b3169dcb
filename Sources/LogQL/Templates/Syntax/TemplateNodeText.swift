extension TemplateNode {
    /// The node as Go prints it in the texts of errors.
    var text: String {
        var output: [UInt8] = []
        write(to: &output)
        return String(decoding: output, as: UTF8.self)
    }

    private func write(to output: inout [UInt8]) {
        switch kind {
        case .list(let nodes): for node in nodes { node.write(to: &output) }
        case .text(let bytes): output += bytes
        case .action(let pipe): output.write("{{", pipe, "}}")
        case .branch(let branch): write(branch, to: &output)
        case .template(let name, let pipe):
            output += Array("{{template ".utf8) + GoQuote.quote(name)
            if let pipe { output.write(" ", pipe, "") }
            output += "}}".utf8
        case .breakLoop: output += "{{break}}".utf8
        case .continueLoop: output += "{{continue}}".utf8
        case .pipe(let pipe): write(pipe, to: &output)
        case .command(let arguments):
            for (index, argument) in arguments.enumerated() {
                if index > 0 { output.append(UInt8(ascii: " ")) }
                argument.writeOperand(to: &output)
            }
        case .function(let function): output += function.name.utf8
        case .field(let names): output.writeFields(names)
        case .variable(let name, let fields):
            output += name
            output.writeFields(fields)
        case .chain(let node, let fields):
            node.writeOperand(to: &output)
            output.writeFields(fields)
        case .dot: output.append(UInt8(ascii: "."))
        case .null: output += "nil".utf8
        case .bool(let value): output += (value ? "true" : "false").utf8
        case .number(let number): output += number.text
        case .string(_, let quoted): output += quoted
        }
    }

    private func writeOperand(to output: inout [UInt8]) {
        if case .pipe = kind { output.write("(", self, ")") } else { write(to: &output) }
    }

    private func write(_ branch: Branch, to output: inout [UInt8]) {
        output.write("{{\(branch.keyword.rawValue) ", branch.pipe, "}}")
        branch.list.write(to: &output)
        if let otherwise = branch.otherwise { output.write("{{else}}", otherwise, "") }
        output += "{{end}}".utf8
    }

    private func write(_ pipe: Pipe, to output: inout [UInt8]) {
        if !pipe.variables.isEmpty {
            output += pipe.variables.joined(separator: ", ".utf8)
            output += (pipe.isAssignment ? " = " : " := ").utf8
        }
        for (index, command) in pipe.commands.enumerated() {
            if index > 0 { output += " | ".utf8 }
            command.write(to: &output)
        }
    }
}

extension [UInt8] {
    fileprivate mutating func write(_ before: String, _ node: TemplateNode, _ after: String) {
        self += before.utf8
        self += node.text.utf8
        self += after.utf8
    }

    fileprivate mutating func writeFields(_ names: [TemplateName]) {
        for name in names {
            append(UInt8(ascii: "."))
            self += name.bytes
        }
    }
}
