extension TemplateFunction {
    /// The functions of text/template itself, but for the comparisons.
    static let builtins = [
        TemplateFunction("and", [.reflected], rest: .reflected, special: .and) { _, _ in .none },
        TemplateFunction("or", [.reflected], rest: .reflected, special: .or) { _, _ in .none },
        TemplateFunction("call", [.reflected], rest: .reflected, special: .call) { _, _ in .none },
        TemplateFunction("not", [.reflected]) { execution, values in .bool(!execution.isTrue(values[0])) },
        TemplateFunction("len", [.reflected]) { execution, values throws(CallProblem) in
            try Indexing.length(values[0], execution)
        },
        TemplateFunction("index", [.reflected], rest: .reflected) { execution, values throws(CallProblem) in
            try Indexing.index(values, execution)
        },
        TemplateFunction("slice", [.reflected], rest: .reflected) { _, values throws(CallProblem) in
            try Indexing.slice(values)
        },
        TemplateFunction("print", rest: .any) { execution, values in
            var printer = GoPrinter(execution)
            printer.print(values)
            return .string(printer.output)
        },
        TemplateFunction("println", rest: .any) { execution, values in
            var printer = GoPrinter(execution)
            printer.printLine(values)
            return .string(printer.output)
        },
        TemplateFunction("printf", [.string], rest: .any) { execution, values throws(CallProblem) in
            var printer = GoPrinter(execution)
            printer.print(format: values.bytes(0), Array(values.dropFirst()))
            if printer.isExhausted { throw CallProblem("the string is too long") }
            return .string(printer.output)
        },
        TemplateFunction("html", rest: .any) { execution, values in
            .string(Escaping.html(Escaping.text(values, execution)))
        },
        TemplateFunction("js", rest: .any) { execution, values in
            .string(Escaping.script(Escaping.text(values, execution)))
        },
        TemplateFunction("urlquery", rest: .any) { execution, values in
            .string(Escaping.query(Escaping.text(values, execution)))
        },
    ]
}

extension [TemplateValue] {
    /// The argument, which the parameter's type makes a string.
    func bytes(_ index: Int) -> [UInt8] {
        if case .string(let bytes) = self[index].concrete { bytes } else { [] }
    }

    func text(_ index: Int) -> String { String(decoding: bytes(index), as: UTF8.self) }

    func int(_ index: Int) -> Int { self[index].concrete.integer ?? 0 }
}
