/// `json name="path"`: labels of chosen fields.
final class JSONExpressionStage: PipelineStage {
    private let labelNames: [Int32]
    private let search: JSONPathSearch

    init(_ extractions: [Extraction], _ names: inout NameTable) throws(PipelineError) {
        var paths: [[[UInt8]]] = []
        for extraction in extractions {
            do {
                paths.append(try JSONPath.steps(of: extraction.path))
            } catch {
                throw PipelineError(message: "cannot parse expression [\(extraction.path)]: \(error.message)")
            }
        }
        labelNames = extractions.map { names.number($0.name) }
        search = JSONPathSearch(paths)
    }

    override func run(_ line: inout Bytes, time: Int64, _ labels: inout LabelBuilder) -> Bool {
        guard let first = line.first, !labels.hints.needsNothing else { return true }
        labels.parses += 1
        guard "\"{[".utf8.contains(first) else {
            labels.fail("JSONParserErr", nil)
            return true
        }
        var count = 0
        search.run(line, labels.arena) { number, result in
            switch result {
            case .failure(let problem): labels.fail("JSONParserErr", Bytes(problem.text))
            case .success(let value):
                var name = labelNames[number]
                if labels.isTaken(name) { name = labels.extracted(name) }
                labels.set(.parsed, name, Self.text(value, labels.arena))
                count += 1
            }
        }
        // Every name becomes a label, though an empty one.
        if count < labelNames.count {
            for name in labelNames where labels.value(name) == nil { labels.set(.parsed, name, .none) }
        }
        return true
    }

    private static func text(_ value: JSONScan.Value, _ arena: Arena) -> Bytes {
        switch value.kind {
        case .null: .none
        case .object: value.content
        default: Repair.spaced(JSONEscape.unescaped(value.content, arena) ?? .none, arena)
        }
    }
}
