/// A label filter, ready to be asked.
final class LabelCondition {
    indirect enum Kind {
        case text(Int32, TextTest)
        case number(Int32, LabelFilter.Comparison, Double)
        case duration(Int32, LabelFilter.Comparison, Int64)
        case bytes(Int32, LabelFilter.Comparison, UInt64)
        /// Without a test where the address can't be read: then no value meets it.
        case address(Int32, TextTest?, isNegative: Bool)
        case and(Kind, Kind)
        case or(Kind, Kind)
        case always
    }

    let kind: Kind
    /// The names that it asks for, each once.
    let labels: [String]

    init(_ filter: LabelFilter, names: inout NameTable) throws(PipelineError) {
        var labels: [String] = []
        kind = try Self.kind(filter, &names, &labels)
        self.labels = labels
    }

    /// Whether it is a condition on one label rather than several joined.
    var isSingle: Bool {
        switch kind {
        case .and, .or: false
        default: true
        }
    }

    var isAlways: Bool { if case .always = kind { true } else { false } }

    private static func kind(
        _ filter: LabelFilter, _ names: inout NameTable, _ labels: inout [String]
    ) throws(PipelineError) -> Kind {
        func number(_ name: String) -> Int32 {
            if !labels.contains(name) { labels.append(name) }
            return names.number(name)
        }
        switch filter {
        case .string(let matcher):
            let test = try TextTest.label(matcher)
            return test.isAlways ? .always : .text(number(matcher.name), test)
        case .number(let condition): return .number(number(condition.name), condition.comparison, condition.value)
        case .duration(let condition): return .duration(number(condition.name), condition.comparison, condition.value)
        case .bytes(let condition):
            return .bytes(number(condition.name), condition.comparison, UInt64(clamping: condition.value))
        case .address(let condition):
            let matcher = try? AddressMatcher(condition.value)
            return .address(
                number(condition.name), matcher.map { .address($0) }, isNegative: condition.comparison == .notEqual)
        case .variable(let condition):
            throw PipelineError(message: "the variable \(condition.value) has no value")
        case .and(let left, let right):
            let first = try kind(left, &names, &labels)
            return .and(first, try kind(right, &names, &labels))
        case .or(let left, let right):
            let first = try kind(left, &names, &labels)
            return .or(first, try kind(right, &names, &labels))
        }
    }

    func isMet(_ labels: inout LabelBuilder) -> Bool { Self.isMet(kind, &labels) }

    /// A value that can't be read as what it is compared with keeps the line, with an error.
    private static func isMet(_ kind: Kind, _ labels: inout LabelBuilder) -> Bool {
        switch kind {
        case .always: return true
        case .text(let name, let test):
            return test.isMet(by: name == NameTable.error ? labels.error : labels.value(name) ?? .none)
        case .number(let name, let comparison, let wanted):
            guard let value = labels.value(name) else { return false }
            switch GoText.float(value) {
            case .success(let number): return comparison.holds(number, wanted)
            case .failure(let problem): return note(problem, &labels)
            }
        case .duration(let name, let comparison, let wanted):
            guard let value = labels.value(name) else { return false }
            switch GoText.duration(value) {
            case .success(let duration): return comparison.holds(duration, wanted)
            case .failure(let problem): return note(problem, &labels)
            }
        case .bytes(let name, let comparison, let wanted):
            guard let value = labels.value(name) else { return false }
            switch GoText.size(value) {
            case .success(let size): return comparison.holds(size, wanted)
            case .failure(let problem): return note(problem, &labels)
            }
        case .address(let name, let test, let isNegative):
            if !labels.error.isEmpty { return true }
            guard let value = labels.value(name), let test else { return false }
            return test.isMet(by: value) != isNegative
        case .and(let left, let right):
            let first = isMet(left, &labels)
            let second = isMet(right, &labels)
            return first && second
        case .or(let left, let right): return isMet(left, &labels) || isMet(right, &labels)
        }
    }

    private static func note(_ problem: GoText.Problem, _ labels: inout LabelBuilder) -> Bool {
        if labels.error.isEmpty {
            labels.error = Bytes("LabelFilterErr")
            labels.errorDetails = labels.arena.copy(problem.text)
        }
        return true
    }
}

extension LabelFilter.Comparison {
    func holds<Value: Comparable>(_ value: Value, _ wanted: Value) -> Bool {
        switch self {
        case .equal: value == wanted
        case .notEqual: value != wanted
        case .greater: value > wanted
        case .greaterOrEqual: value >= wanted
        case .less: value < wanted
        case .lessOrEqual: value <= wanted
        }
    }
}
