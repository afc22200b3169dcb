/// `regexp`: a label of each named group.
final class RegexpStage: PipelineStage {
    private let regex: Regex
    /// The groups with names: their number, from 1, and the label.
    private let groups: [(number: Int, name: Int32)]
    private var places: [Int] = []

    init(_ text: String, _ names: inout NameTable) throws(PipelineError) {
        regex = try PipelineError.regex(text)
        var groups: [(number: Int, name: Int32)] = []
        var keys = KeyNames()
        for (index, name) in regex.groupNames.enumerated() {
            guard var name else { continue }
            guard let number = name.withUTF8({ keys.name($0, &names) }) else { continue }
            groups.append((index + 1, number))
        }
        self.groups = groups
    }

    override func run(_ line: inout Bytes, time: Int64, _ labels: inout LabelBuilder) -> Bool {
        labels.parses += 1
        guard regex.find(line, places: &places) else { return true }
        for group in groups {
            var name = group.name
            if labels.isTaken(name) { name = labels.extracted(name) }
            guard labels.hints.extracts(name), !labels.hints.wasExtracted(name) else { continue }
            let start = places[2 * group.number]
            labels.set(.parsed, name, start < 0 ? .none : line.slice(start, places[2 * group.number + 1]))
            if !labels.goesOn(after: name) { return false }
        }
        return true
    }
}

/// `pattern`: labels of what stands between literals.
final class PatternStage: PipelineStage {
    private enum Part {
        case literal([UInt8])
        /// -1 where it has no name.
        case capture(Int32)
    }

    private let parts: [Part]

    init(_ text: String, _ names: inout NameTable) {
        var parts: [Part] = []
        for node in PatternText.nodes(of: Array(text.utf8)) {
            switch node {
            case .literal(let bytes): parts.append(.literal(bytes))
            case .capture(let name): parts.append(.capture(name == "_" ? -1 : names.number(name)))
            }
        }
        self.parts = parts
    }

    override func run(_ line: inout Bytes, time: Int64, _ labels: inout LabelBuilder) -> Bool {
        if line.isEmpty || labels.hints.needsNothing { return true }
        labels.parses += 1
        var rest = line
        var next = 0
        if case .literal(let literal)? = parts.first {
            guard literal.withUnsafeBufferPointer({ rest.slice(0, literal.count).equals($0) }) else { return true }
            rest = rest.slice(from: literal.count)
            next = 1
        }
        while next < parts.count {
            guard case .capture(let name) = parts[next] else { return true }
            guard next + 1 < parts.count, case .literal(let literal) = parts[next + 1],
                let end = literal.withUnsafeBufferPointer({ rest.find($0) })
            else {
                // The last capture, and one whose end is not there, take all that is left.
                return capture(name, rest, &labels)
            }
            if !capture(name, rest.slice(0, end), &labels) { return false }
            rest = rest.slice(from: end + literal.count)
            next += 2
        }
        return true
    }

    private func capture(_ name: Int32, _ value: Bytes, _ labels: inout LabelBuilder) -> Bool {
        guard name >= 0 else { return true }
        let name = labels.isTaken(name) ? labels.extracted(name) : name
        guard !labels.hints.wasExtracted(name), labels.hints.extracts(name) else { return true }
        labels.set(.parsed, name, value)
        return labels.goesOn(after: name)
    }
}
