/// `unpack`: labels, and the line itself, of an object that an agent packed them into.
final class UnpackStage: PipelineStage {
    private enum Stop: Error { case malformed(JSONScan.Problem) }

    private let entryKey = Bytes("_entry")

    override func run(_ line: inout Bytes, time: Int64, _ labels: inout LabelBuilder) -> Bool {
        guard let first = line.first, !labels.hints.needsNothing else { return true }
        labels.parses += 1
        guard first == UInt8(ascii: "{") else {
            labels.fail("JSONParserErr", Bytes("expecting json object(6), but it is not"))
            return true
        }
        var found: [(name: Int32, value: Bytes)] = []
        var entry: Bytes?
        do {
            _ = try JSONScan.eachField(line, labels.arena, fail: Stop.malformed) { key, value throws(Stop) in
                guard value.kind == .string else { return true }
                if key.equals(entryKey) {
                    guard let plain = JSONEscape.unescaped(value.content, labels.arena) else {
                        throw .malformed(.escape)
                    }
                    entry = plain
                    return true
                }
                var name = labels.names.number(key)
                if labels.isTaken(name) { name = labels.extracted(name) }
                guard labels.hints.extracts(name), !labels.hints.wasExtracted(name) else { return true }
                let clean = labels.arena.copy(KeyNames.clean(labels.names[name]))
                found.append((labels.names.number(clean), JSONStage.text(value, labels.arena)))
                return true
            }
        } catch {
            switch error {
            case .malformed(let problem): labels.fail("JSONParserErr", Bytes(problem.text))
            }
            return true
        }
        guard let entry else { return true }
        for (name, value) in found {
            labels.set(.parsed, name, value)
            if !labels.goesOn(after: name) { return false }
        }
        line = entry
        return true
    }
}
