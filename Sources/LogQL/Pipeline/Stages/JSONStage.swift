/// `json`: a label of each field, those of inner objects joined by `_`.
final class JSONStage: PipelineStage {
    private enum Stop: Error {
        case malformed(JSONScan.Problem)
        /// All that the query needs is there.
        case hasAll
        /// A condition refuses the line already.
        case refused
    }

    private let keys: KeyNames
    /// The names of the objects that we are in, joined.
    private var prefix: [UInt8] = []
    private var depth = 0

    /// Deeper objects are malformed to us; Loki's stack is larger.
    private static let maximumDepth = 1_000

    init(_ names: NameTable) { keys = KeyNames(names) }

    override func run(_ line: inout Bytes, time: Int64, _ labels: LabelBuilder) -> Bool {
        if labels.hints.needsNothing { return true }
        prefix.removeAll(keepingCapacity: true)
        depth = 0
        do {
            try read(line, labels)
        } catch {
            switch error {
            case .malformed(let problem): labels.fail("JSONParserErr", Bytes(problem.text))
            case .hasAll: break
            case .refused: return false
            }
        }
        return true
    }

    private func read(_ object: Bytes, _ labels: LabelBuilder) throws(Stop) {
        _ = try JSONScan.eachField(object, labels.arena, fail: { Stop.malformed($0) }) { key, value throws(Stop) in
            switch value.kind {
            case .object:
                try readInner(key, value.content, labels)
                return true
            case .string, .number, .boolean: try write(key, value, labels)
            case .null, .array: break
            }
            if labels.hints.hasAllRequired { throw .hasAll }
            return true
        }
    }

    private func readInner(_ key: Bytes, _ object: Bytes, _ labels: LabelBuilder) throws(Stop) {
        let length = prefix.count
        defer { prefix.removeLast(prefix.count - length) }
        KeyNames.append(key, to: &prefix)
        guard prefix.withUnsafeBufferPointer({ labels.hints.extracts(prefix: $0) }) else { return }
        depth += 1
        defer { depth -= 1 }
        guard depth < Self.maximumDepth else { throw .malformed(.malformed) }
        try read(object, labels)
    }

    private func write(_ key: Bytes, _ value: JSONScan.Value, _ labels: LabelBuilder) throws(Stop) {
        guard var name = depth == 0 ? keys.name(key) : inner(key) else { return }
        if labels.isTaken(name) { name = depth == 0 ? labels.extracted(name) : inner(key, suffix: "_extracted") }
        guard labels.hints.extracts(name), !labels.hints.wasExtracted(name) else { return }
        labels.set(.parsed, name, Self.text(value, labels.arena))
        if !labels.hints.goesOn(after: name, labels) { throw .refused }
    }

    private func inner(_ key: Bytes, suffix: StaticString = "") -> Int32 {
        let length = prefix.count
        defer { prefix.removeLast(prefix.count - length) }
        if suffix.utf8CodeUnitCount == 0 {
            KeyNames.append(key, to: &prefix)
        } else {
            let long = Array(key) + Array(Bytes(suffix))
            long.withUnsafeBufferPointer { KeyNames.append($0, to: &prefix) }
        }
        return prefix.withUnsafeBufferPointer { keys.names.number($0) }
    }

    /// A string without its escapes; one whose escapes are wrong is empty.
    static func text(_ value: JSONScan.Value, _ arena: Arena) -> Bytes {
        guard value.kind == .string else { return value.content }
        let plain = value.isEscaped ? JSONEscape.unescaped(value.content, arena) ?? .none : value.content
        return Repair.spaced(plain, arena)
    }
}
