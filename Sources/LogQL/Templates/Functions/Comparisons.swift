extension TemplateFunction {
    static let comparisons = [
        TemplateFunction("eq", [.reflected], rest: .reflected) { execution, values throws(CallProblem) in
            .bool(try Comparison.equal(values, execution))
        },
        TemplateFunction("ne", [.reflected, .reflected]) { execution, values throws(CallProblem) in
            .bool(try !Comparison.equal(values, execution))
        },
        TemplateFunction("lt", [.reflected, .reflected]) { _, values throws(CallProblem) in
            .bool(try Comparison.less(values))
        },
        TemplateFunction("le", [.reflected, .reflected]) { execution, values throws(CallProblem) in
            .bool(try Comparison.lessOrEqual(values, execution))
        },
        TemplateFunction("gt", [.reflected, .reflected]) { execution, values throws(CallProblem) in
            .bool(try !Comparison.lessOrEqual(values, execution))
        },
        TemplateFunction("ge", [.reflected, .reflected]) { _, values throws(CallProblem) in
            .bool(try !Comparison.less(values))
        },
    ]
}

/// How Go's templates compare: values of the same basic kind, and integers whatever their sign.
private enum Comparison {
    enum Kind {
        case bool, complex, integer, unsigned, float, string
    }

    static func kind(_ value: TemplateValue) -> Kind? {
        switch value {
        case .bool: .bool
        case .complex: .complex
        case .int, .int64, .duration, .month, .weekday: .integer
        case .uint8: .unsigned
        case .float: .float
        case .string: .string
        default: nil
        }
    }

    /// Whether the first value equals one of the others.
    static func equal(_ values: [TemplateValue], _ execution: TemplateExecution) throws(CallProblem) -> Bool {
        guard let first = values.first?.concrete, values.count > 1 else {
            throw CallProblem("missing argument for comparison")
        }
        for value in values.dropFirst() where try equal(first, value.concrete, execution) { return true }
        return false
    }

    private static func equal(
        _ first: TemplateValue, _ second: TemplateValue, _ execution: TemplateExecution
    ) throws(CallProblem) -> Bool {
        switch (first, second) {
        case (.string(let one), .string(let other)): return one == other
        case (.bool(let one), .bool(let other)): return one == other
        case (.float(let one), .float(let other)): return one == other
        case (.complex(let one, let oneI), .complex(let other, let otherI)): return one == other && oneI == otherI
        case (.none, .none): return true
        case (.none, _), (_, .none): return false
        default: break
        }
        if let one = first.integer, let other = second.integer { return one == other }
        let (one, other) = (first.type?.rawValue ?? "", second.type?.rawValue ?? "")
        guard kind(first) == nil, kind(second) == nil else {
            throw CallProblem("incompatible types for comparison: \(one) and \(other)")
        }
        switch (first, second) {
        case (.time(let one), .time(let other)): return one == other
        case (.zone(let one), .zone(let other)): return one === other
        case (.time, _), (_, .time), (.zone, _), (_, .zone): break
        default:
            if first.isMap == second.isMap {
                throw CallProblem("non-comparable type \(GoPrinter.text(second, execution, verb: "s")): \(other)")
            }
        }
        throw CallProblem(
            "non-comparable types \(GoPrinter.text(first, execution, verb: "s")): \(one), \(other): "
                + GoPrinter.text(second, execution))
    }

    static func lessOrEqual(
        _ values: [TemplateValue], _ execution: TemplateExecution
    ) throws(CallProblem) -> Bool {
        if try less(values) { return true }
        return try equal(values, execution)
    }

    static func less(_ values: [TemplateValue]) throws(CallProblem) -> Bool {
        let (first, second) = (values[0].concrete, values[1].concrete)
        guard let kind = kind(first), let other = Comparison.kind(second) else {
            throw CallProblem("invalid type for comparison")
        }
        switch (first, second) {
        case (.string(let one), .string(let other)): return one.lexicographicallyPrecedes(other)
        case (.float(let one), .float(let other)): return one < other
        default: break
        }
        if let one = first.integer, let other = second.integer { return one < other }
        if kind == other { throw CallProblem("invalid type for comparison") }
        throw CallProblem(
            "incompatible types for comparison: \(first.type?.rawValue ?? "") and \(second.type?.rawValue ?? "")")
    }
}

extension TemplateValue {
    fileprivate var isMap: Bool {
        switch self {
        case .map, .labels: true
        default: false
        }
    }
}
