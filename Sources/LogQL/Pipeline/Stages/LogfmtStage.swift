/// `logfmt`: a label of each key with its value.
final class LogfmtStage: PipelineStage {
    private let flags: LogfmtFlags

    init(_ flags: LogfmtFlags) { self.flags = flags }

    override func run(_ line: inout Bytes, time: Int64, _ labels: inout LabelBuilder) -> Bool {
        if labels.hints.needsNothing { return true }
        labels.parses += 1
        var reader = LogfmtReader(line, labels.arena)
        while !reader.isAtEnd {
            guard reader.next() else {
                if flags.isStrict { break }
                continue
            }
            guard var name = labels.name(ofKey: reader.key) else { continue }
            if labels.isTaken(name) { name = labels.extracted(name) }
            guard labels.hints.extracts(name), !labels.hints.wasExtracted(name) else { continue }
            let value = Repair.spaced(reader.value, labels.arena)
            if value.isEmpty, !flags.keepsEmpty { continue }
            labels.set(.parsed, name, value)
            if !labels.goesOn(after: name) { return false }
            if labels.hints.hasAllRequired { break }
        }
        if flags.isStrict, let problem = reader.problem {
            labels.fail("LogfmtParserErr", labels.arena.copy(problem))
            if !labels.goesOn(after: NameTable.error) { return false }
        }
        return true
    }
}

/// `logfmt name="key"`: labels of chosen keys.
final class LogfmtExpressionStage: PipelineStage {
    private let isStrict: Bool
    /// By the name of the label: the key.
    private let extractions: [(label: Int32, key: Int32)]

    init(_ extractions: [Extraction], _ flags: LogfmtFlags, _ names: inout NameTable) {
        isStrict = flags.isStrict
        var chosen: [(label: Int32, key: Int32)] = []
        for extraction in extractions {
            let label = names.number(extraction.name)
            let key = names.number(Self.key(extraction.path))
            if let same = chosen.firstIndex(where: { $0.label == label }) {
                chosen[same].key = key
            } else {
                chosen.append((label, key))
            }
        }
        self.extractions = chosen
    }

    /// Whether a path is one key: a name, or anything in quotes.
    static func isKey(_ path: String) -> Bool {
        let bytes = Array(path.utf8)
        guard let start = bytes.firstIndex(where: { ![0x20, 0x09, 0x0A].contains($0) }) else { return false }
        var end = start + 1
        if bytes[start] == UInt8(ascii: "\"") {
            // As in paths of JSON a bracket ends a string too, and so does the end; more strings may follow.
            while end < bytes.count, bytes[end] != 0, bytes[end] != UInt8(ascii: "\""), bytes[end] != UInt8(ascii: "]")
            {
                end += 1
            }
            end += 1
        } else {
            guard bytes[start].isNameStart else { return false }
            while end < bytes.count, bytes[end].isNamePart { end += 1 }
        }
        guard end < bytes.count else { return true }
        let rest = String(decoding: bytes[end...], as: UTF8.self)
        return rest.utf8.allSatisfy { [0x20, 0x09, 0x0A].contains($0) } || (rest.trimmed.hasPrefix("\"") && isKey(rest))
    }

    /// A path of logfmt is one key, with quotes or without.
    private static func key(_ path: String) -> String {
        let path = path.trimmed
        guard path.hasPrefix("\"") else { return path }
        return String(path.dropFirst().prefix { $0 != "\"" && $0 != "]" })
    }

    override func run(_ line: inout Bytes, time: Int64, _ labels: inout LabelBuilder) -> Bool {
        if labels.hints.needsNothing { return true }
        labels.parses += 1
        for extraction in extractions where !labels.isTaken(extraction.label) {
            labels.set(.parsed, extraction.label, .none)
        }
        var reader = LogfmtReader(line, labels.arena)
        while !reader.isAtEnd {
            guard reader.next() else {
                if isStrict { break }
                continue
            }
            guard let key = labels.name(ofKey: reader.key) else { continue }
            let isLabel = extractions.contains { $0.label == key }
            guard isLabel || labels.hints.extracts(key), isLabel || !labels.hints.wasExtracted(key) else { continue }
            guard var name = extractions.first(where: { $0.key == key })?.label ?? (isLabel ? key : nil) else {
                continue
            }
            if labels.isTaken(name) {
                name = labels.extracted(name)
                if labels.hints.wasExtracted(name) || !labels.hints.extracts(name) { break }
            }
            let isBroken = Repair.spaced(reader.value, labels.arena).baseAddress != reader.value.baseAddress
            labels.set(.parsed, name, isBroken ? .none : reader.value)
            if labels.hints.hasAllRequired { break }
        }
        if isStrict, let problem = reader.problem { labels.fail("LogfmtParserErr", labels.arena.copy(problem)) }
        return true
    }
}
