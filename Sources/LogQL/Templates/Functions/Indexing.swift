/// `len`, `index` and `slice`.
enum Indexing {
    static func length(_ value: TemplateValue, _ execution: TemplateExecution) throws(CallProblem) -> TemplateValue {
        switch value.concrete {
        case .string(let bytes), .bytes(let bytes): return .int(bytes.count)
        case .list(let values): return .int(values.count)
        case .map(let members): return .int(members.count)
        case .labels: return .int(execution.context.labelNames.count)
        case .none:
            if case .any = value { throw CallProblem("len of nil pointer") }
            throw CallProblem("reflect: call of reflect.Value.Type on zero Value")
        case .zone: throw CallProblem("len of type time.Location")
        case let other: throw CallProblem("len of type \(other.type?.rawValue ?? "")")
        }
    }

    static func index(_ values: [TemplateValue], _ execution: TemplateExecution) throws(CallProblem) -> TemplateValue {
        var item = values[0].concrete
        if item.isNone { throw CallProblem("index of untyped nil") }
        for index in values.dropFirst() {
            let isDeclaredAny = if case .any = item { true } else { false }
            item = item.concrete
            if item.isNone, isDeclaredAny { throw CallProblem("index of nil pointer") }
            item = try element(item, index.concrete, execution)
        }
        return item
    }

    private static func element(
        _ item: TemplateValue, _ index: TemplateValue, _ execution: TemplateExecution
    ) throws(CallProblem) -> TemplateValue {
        switch item {
        case .string(let bytes):
            let position = try place(index, bytes.count)
            guard position < bytes.count else { throw CallProblem("reflect: string index out of range") }
            return .uint8(bytes[position])
        case .bytes(let bytes):
            let position = try place(index, bytes.count)
            guard position < bytes.count else { throw CallProblem("reflect: slice index out of range") }
            return .uint8(bytes[position])
        case .list(let values):
            let position = try place(index, values.count)
            guard position < values.count else { throw CallProblem("reflect: slice index out of range") }
            return .any(values[position])
        case .labels:
            return .string(execution.label(TemplateName(bytes: try key(index), index: nil)) ?? [])
        case .map(let members):
            let key = try key(index)
            return .any(members.first { $0.key == key }?.value ?? .none)
        case .zone: throw CallProblem("can't index item of type time.Location")
        default: throw CallProblem("can't index item of type \(item.type?.rawValue ?? "")")
        }
    }

    private static func key(_ index: TemplateValue) throws(CallProblem) -> [UInt8] {
        if case .string(let key) = index { return key }
        guard let type = index.type else { throw CallProblem("value is nil; should be of type string") }
        throw CallProblem("value has type \(type.rawValue); should be string")
    }

    private static func place(_ index: TemplateValue, _ capacity: Int) throws(CallProblem) -> Int {
        guard let type = index.type else { throw CallProblem("cannot index slice/array with nil") }
        guard let position = index.integer else {
            throw CallProblem("cannot index slice/array with type \(type.rawValue)")
        }
        guard position >= 0, position <= capacity else { throw CallProblem("index out of range: \(position)") }
        return position
    }

    static func slice(_ values: [TemplateValue]) throws(CallProblem) -> TemplateValue {
        let item = values[0].concrete
        if item.isNone { throw CallProblem("slice of untyped nil") }
        let indexes = values.dropFirst()
        if indexes.count > 3 { throw CallProblem("too many slice indexes: \(indexes.count)") }
        let (count, capacity): (Int, Int)
        switch item {
        case .string(let bytes):
            if indexes.count == 3 { throw CallProblem("cannot 3-index slice a string") }
            (count, capacity) = (bytes.count, bytes.count)
        case .bytes(let bytes): (count, capacity) = (bytes.count, bytes.count)
        case .list(let values): (count, capacity) = (values.count, grown(values.count))
        case .zone: throw CallProblem("can't slice item of type time.Location")
        default: throw CallProblem("can't slice item of type \(item.type?.rawValue ?? "")")
        }
        var bounds = [0, count, capacity]
        for (place, index) in indexes.enumerated() { bounds[place] = try self.place(index, capacity) }
        for (low, high) in [(0, 1), (1, 2)] where bounds[low] > bounds[high] && (high == 1 || indexes.count == 3) {
            throw CallProblem("invalid slice index: \(bounds[low]) > \(bounds[high])")
        }
        switch item {
        case .string(let bytes): return .string(Array(bytes[bounds[0]..<bounds[1]]))
        case .bytes(let bytes): return .bytes(Array(bytes[bounds[0]..<bounds[1]]))
        case .list(let values):
            let padded = values + Array(repeating: .none, count: max(0, bounds[1] - values.count))
            return .list(Array(padded[bounds[0]..<bounds[1]]))
        default: return .none
        }
    }

    /// The capacity that Go's slices have after that many elements were appended one by one.
    private static func grown(_ count: Int) -> Int {
        var capacity = 1
        while capacity < count { capacity *= 2 }
        return count == 0 ? 0 : capacity
    }
}
