/// `json`: a label of each field, those of inner objects joined by `_`.
final class JSONStage: PipelineStage {
    private enum Stop: Error {
        case malformed(JSONScan.Problem)
        /// All that the query needs is there.
        case hasAll
        /// A condition refuses the line already.
        case refused
    }

    /// Deeper objects are malformed to us; Loki's stack is larger.
    private static let maximumDepth = 1_000

    override func run(_ line: inout Bytes, time: Int64, _ labels: inout LabelBuilder) -> Bool {
        if labels.hints.needsNothing { return true }
        labels.parses += 1
        do {
            try Self.read(line, prefix: .none, depth: 0, &labels)
        } catch {
            switch error {
            case .malformed(let problem): labels.fail("JSONParserErr", Bytes(problem.text))
            case .hasAll: break
            case .refused: return false
            }
        }
        return true
    }

    /// - Parameter prefix: the names of the objects that we are in, joined.
    private static func read(
        _ object: Bytes, prefix: Bytes, depth: Int, _ labels: inout LabelBuilder
    ) throws(Stop) {
        _ = try JSONScan.eachField(object, labels.arena, fail: Stop.malformed) { key, value throws(Stop) in
            switch value.kind {
            case .object:
                let inner = KeyNames.joined(prefix, key, labels.arena)
                if labels.hints.extracts(prefix: inner, labels.names) {
                    guard depth < maximumDepth else { throw .malformed(.malformed) }
                    try read(value.content, prefix: inner, depth: depth + 1, &labels)
                }
                return true
            case .string, .number, .boolean:
                if depth == 0 {
                    try write(key, value, &labels)
                } else {
                    try write(key, value, inside: prefix, &labels)
                }
            case .null, .array: break
            }
            if labels.hints.hasAllRequired { throw .hasAll }
            return true
        }
    }

    private static func write(_ key: Bytes, _ value: JSONScan.Value, _ labels: inout LabelBuilder) throws(Stop) {
        guard var name = labels.name(ofKey: key) else { return }
        if labels.isTaken(name) { name = labels.extracted(name) }
        try write(name, value, &labels)
    }

    private static func write(
        _ key: Bytes, _ value: JSONScan.Value, inside prefix: Bytes, _ labels: inout LabelBuilder
    ) throws(Stop) {
        var name = labels.names.number(KeyNames.joined(prefix, key, labels.arena))
        if labels.isTaken(name) {
            let long = labels.arena.copy(Array(key) + Array("_extracted".utf8))
            name = labels.names.number(KeyNames.joined(prefix, long, labels.arena))
        }
        try write(name, value, &labels)
    }

    private static func write(_ name: Int32, _ value: JSONScan.Value, _ labels: inout LabelBuilder) throws(Stop) {
        guard labels.hints.extracts(name), !labels.hints.wasExtracted(name) else { return }
        labels.set(.parsed, name, text(value, labels.arena))
        if !labels.goesOn(after: name) { throw .refused }
    }

    /// A string without its escapes; one whose escapes are wrong is empty.
    static func text(_ value: JSONScan.Value, _ arena: Arena) -> Bytes {
        guard value.kind == .string else { return value.content }
        let plain = value.isEscaped ? JSONEscape.unescaped(value.content, arena) ?? .none : value.content
        return Repair.spaced(plain, arena)
    }
}
