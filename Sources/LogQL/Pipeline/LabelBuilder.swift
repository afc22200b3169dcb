/// The labels of one line while stages work on it: those of its stream, its metadata, and what was parsed.
///
/// Parsed labels go before metadata, metadata before labels of the stream.
struct LabelBuilder {
    enum Category { case stream, metadata, parsed }

    struct Entry {
        var name: Int32
        var value: Bytes
    }

    /// How the labels of samples are cut down.
    struct Groups {
        var names: [Int32] = []
        var isWithout = false
        /// Whether nothing is left of them.
        var areNone = false
    }

    var names: NameTable
    /// How often a parser read a line.
    var parses = 0
    let arena = Arena()
    var hints: ParserHints
    private var keys = KeyNames()
    private var results: LabelResults
    private let groups: Groups

    private var base: [Entry] = []
    private var baseNumber: Int32 = 0
    private var baseGroup: Int32?
    private var deleted: [Int32] = []
    private var stream: [Entry] = []
    private var metadata: [Entry] = []
    private var parsed: [Entry] = []
    private var scratch: [Entry] = []
    /// Empty where there is none.
    var error = Bytes.none
    var errorDetails = Bytes.none

    init(names: NameTable, table: LabelTable, hints: ParserHints, groups: Groups = Groups()) {
        self.names = names
        self.hints = hints
        self.groups = groups
        results = LabelResults(table: table)
    }

    // MARK: - Lines

    /// Goes to another stream.
    mutating func enter(_ labels: LabelSet) {
        base = labels.labels.map { Entry(name: names.number($0.name), value: results.keep($0.value)) }
        baseNumber = results.number(of: base, names)
        baseGroup = nil
    }

    /// Goes to the next line of the stream.
    mutating func reset() {
        arena.reset()
        if !deleted.isEmpty { deleted.removeAll(keepingCapacity: true) }
        if !stream.isEmpty { stream.removeAll(keepingCapacity: true) }
        if !metadata.isEmpty { metadata.removeAll(keepingCapacity: true) }
        if !parsed.isEmpty { parsed.removeAll(keepingCapacity: true) }
        error = .none
        errorDetails = .none
        hints.reset()
    }

    mutating func add(metadata labels: [Label]) {
        for label in labels {
            var name = names.number(label.name)
            if baseHas(name) { name = extracted(name) }
            let value = arena.copy(label.value)
            switch name {
            case NameTable.error: error = value
            case NameTable.errorDetails: errorDetails = value
            default: set(.metadata, name, value)
            }
        }
    }

    /// The name with the ending that a parsed label gets where its own is taken.
    mutating func extracted(_ name: Int32) -> Int32 { names.number(names[name].string + "_extracted") }

    // MARK: - Reading

    func baseHas(_ name: Int32) -> Bool {
        for entry in base where entry.name == name { return true }
        return false
    }

    func metadataHas(_ name: Int32) -> Bool {
        for entry in metadata where entry.name == name { return true }
        return false
    }

    /// Whether a parsed label of this name has to go by another.
    func isTaken(_ name: Int32) -> Bool { baseHas(name) || (!metadata.isEmpty && metadataHas(name)) }

    /// The name that a key is to have; nil where nothing is left of the key.
    mutating func name(ofKey key: Bytes) -> Int32? { keys.name(key, &names) }

    func value(_ name: Int32) -> Bytes? {
        for entry in stream where entry.name == name { return entry.value }
        for entry in metadata where entry.name == name { return entry.value }
        for entry in parsed where entry.name == name { return entry.value }
        if !deleted.isEmpty, deleted.contains(name) { return nil }
        for entry in base where entry.name == name { return entry.value.isEmpty ? nil : entry.value }
        return nil
    }

    // MARK: - Writing

    mutating func delete(_ name: Int32) {
        stream.removeAll { $0.name == name }
        metadata.removeAll { $0.name == name }
        parsed.removeAll { $0.name == name }
        deleted.append(name)
    }

    /// The value must live as long as the line does.
    mutating func set(_ category: Category, _ name: Int32, _ value: Bytes) {
        switch category {
        case .parsed:
            if !metadata.isEmpty { metadata.removeAll { $0.name == name } }
            if !stream.isEmpty { stream.removeAll { $0.name == name } }
            if Self.write(name, value, to: &parsed) { hints.recordExtracted(name) }
        case .metadata:
            stream.removeAll { $0.name == name }
            if parsed.contains(where: { $0.name == name }) { return }
            _ = Self.write(name, value, to: &metadata)
        case .stream:
            if metadata.contains(where: { $0.name == name }) || parsed.contains(where: { $0.name == name }) { return }
            _ = Self.write(name, value, to: &stream)
        }
    }

    /// Whether the name is new.
    private static func write(_ name: Int32, _ value: Bytes, to entries: inout [Entry]) -> Bool {
        for index in entries.indices where entries[index].name == name {
            entries[index].value = value
            return false
        }
        entries.append(Entry(name: name, value: value))
        return true
    }

    /// - Parameter details: nil leaves those of an error before.
    mutating func fail(_ error: StaticString, _ details: Bytes?) {
        self.error = Bytes(error)
        if let details { errorDetails = details }
        if hints.preservesError { set(.parsed, NameTable.preserveError, Bytes("true")) }
    }

    /// Whether no condition on the label refuses the line already, while a parser still reads it.
    mutating func goesOn(after name: Int32) -> Bool {
        for index in hints.conditionNames.indices where hints.conditionNames[index] == name {
            return hints.conditions[index].isMet(&self)
        }
        return true
    }

    // MARK: - Results

    private var isUnchanged: Bool { deleted.isEmpty && stream.isEmpty && metadata.isEmpty && parsed.isEmpty }

    /// All labels, in no order; errors are labels too.
    mutating func all() -> [Entry] {
        scratch.removeAll(keepingCapacity: true)
        for entry in base {
            if deleted.contains(entry.name) || metadataHas(entry.name)
                || parsed.contains(where: { $0.name == entry.name })
            {
                continue
            }
            scratch.append(stream.first { $0.name == entry.name } ?? entry)
        }
        for entry in metadata where !parsed.contains(where: { $0.name == entry.name }) { scratch.append(entry) }
        scratch += parsed
        if !error.isEmpty { scratch.append(Entry(name: NameTable.error, value: error)) }
        if !errorDetails.isEmpty { scratch.append(Entry(name: NameTable.errorDetails, value: errorDetails)) }
        return scratch
    }

    /// What a template sees. Details of an error without an error are hidden where nothing else was changed.
    mutating func forTemplate() -> [Entry] { isUnchanged && error.isEmpty ? base : all() }

    /// The number of all labels together.
    mutating func number() -> Int32 { isUnchanged && error.isEmpty ? baseNumber : results.number(of: all(), names) }

    /// The number of the labels by which samples are grouped. A line with an error keeps all, so that the error is seen.
    mutating func groupNumber() -> Int32 {
        if !error.isEmpty { return number() }
        if groups.areNone { return results.empty }
        if isUnchanged {
            if groups.names.isEmpty { return baseNumber }
            if let baseGroup { return baseGroup }
            let kept = base.filter { groups.names.contains($0.name) != groups.isWithout }
            let number = results.number(of: kept, names)
            baseGroup = number
            return number
        }
        if groups.names.isEmpty { return number() }
        scratch.removeAll(keepingCapacity: true)
        if groups.isWithout { collectOthers() } else { collectGroups() }
        return results.number(of: scratch, names)
    }

    private mutating func collectGroups() {
        for name in groups.names where !deleted.contains(name) {
            if let value = value(name) { scratch.append(Entry(name: name, value: value)) }
        }
    }

    private mutating func collectOthers() {
        for entry in base {
            if deleted.contains(entry.name) || groups.names.contains(entry.name)
                || stream.contains(where: { $0.name == entry.name }) || metadataHas(entry.name)
                || parsed.contains(where: { $0.name == entry.name })
            {
                continue
            }
            scratch.append(entry)
        }
        for entries in [stream, metadata, parsed] {
            for entry in entries where !groups.names.contains(entry.name) { scratch.append(entry) }
        }
    }
}
