extension TemplateFunction {
    static let strings = [
        TemplateFunction("ToLower", [.string]) { _, values in .string(GoStrings.lower(values.bytes(0))) },
        TemplateFunction("ToUpper", [.string]) { _, values in .string(GoStrings.upper(values.bytes(0))) },
        TemplateFunction("lower", [.string]) { _, values in .string(GoStrings.lower(values.bytes(0))) },
        TemplateFunction("upper", [.string]) { _, values in .string(GoStrings.upper(values.bytes(0))) },
        TemplateFunction("title", [.string]) { _, values in .string(GoStrings.title(values.bytes(0))) },
        TemplateFunction("Replace", [.string, .string, .string, .int]) { _, values throws(CallProblem) in
            .string(try GoStrings.replace(values.bytes(0), values.bytes(1), values.bytes(2), values.int(3)))
        },
        TemplateFunction("replace", [.string, .string, .string]) { _, values throws(CallProblem) in
            .string(try GoStrings.replace(values.bytes(2), values.bytes(0), values.bytes(1), -1))
        },
        TemplateFunction("Trim", [.string, .string]) { _, values in
            .string(GoStrings.trim(values.bytes(0), values.bytes(1)))
        },
        TemplateFunction("TrimLeft", [.string, .string]) { _, values in
            .string(GoStrings.trim(values.bytes(0), values.bytes(1), right: false))
        },
        TemplateFunction("TrimRight", [.string, .string]) { _, values in
            .string(GoStrings.trim(values.bytes(0), values.bytes(1), left: false))
        },
        TemplateFunction("TrimPrefix", [.string, .string]) { _, values in
            .string(GoStrings.dropping(prefix: values.bytes(1), values.bytes(0)))
        },
        TemplateFunction("TrimSuffix", [.string, .string]) { _, values in
            .string(GoStrings.dropping(suffix: values.bytes(1), values.bytes(0)))
        },
        TemplateFunction("TrimSpace", [.string]) { _, values in .string(GoStrings.trimSpace(values.bytes(0))) },
        TemplateFunction("trim", [.string]) { _, values in .string(GoStrings.trimSpace(values.bytes(0))) },
        TemplateFunction("trimAll", [.string, .string]) { _, values in
            .string(GoStrings.trim(values.bytes(1), values.bytes(0)))
        },
        TemplateFunction("trimPrefix", [.string, .string]) { _, values in
            .string(GoStrings.dropping(prefix: values.bytes(0), values.bytes(1)))
        },
        TemplateFunction("trimSuffix", [.string, .string]) { _, values in
            .string(GoStrings.dropping(suffix: values.bytes(0), values.bytes(1)))
        },
        TemplateFunction("contains", [.string, .string]) { _, values in
            .bool(values.bytes(1).contains(values.bytes(0)))
        },
        TemplateFunction("hasPrefix", [.string, .string]) { _, values in
            .bool(values.bytes(1).starts(with: values.bytes(0)))
        },
        TemplateFunction("hasSuffix", [.string, .string]) { _, values in
            .bool(values.bytes(1).reversed().starts(with: values.bytes(0).reversed()))
        },
    ]

    static let padding = [
        TemplateFunction("trunc", [.int, .string]) { _, values in
            let (count, text) = (values.int(0), values.bytes(1))
            if count < 0, count > -text.count { return .string(Array(text.suffix(-count))) }
            return .string(count >= 0 ? Array(text.prefix(count)) : text)
        },
        TemplateFunction("substr", [.int, .int, .string]) { _, values throws(CallProblem) in
            .string(try GoStrings.substring(values.int(0), values.int(1), values.bytes(2)))
        },
        TemplateFunction("indent", [.int, .string]) { _, values throws(CallProblem) in
            .string(try GoStrings.indent(values.int(0), values.bytes(1)))
        },
        TemplateFunction("nindent", [.int, .string]) { _, values throws(CallProblem) in
            .string([0x0A] + (try GoStrings.indent(values.int(0), values.bytes(1))))
        },
        TemplateFunction("repeat", [.int, .string]) { _, values throws(CallProblem) in
            .string(try GoStrings.repeating(values.bytes(1), values.int(0)))
        },
        TemplateFunction("alignLeft", [.int, .string]) { _, values throws(CallProblem) in
            try GoStrings.align(values.int(0), values.bytes(1), toLeft: true)
        },
        TemplateFunction("alignRight", [.int, .string]) { _, values throws(CallProblem) in
            try GoStrings.align(values.int(0), values.bytes(1), toLeft: false)
        },
    ]
}
