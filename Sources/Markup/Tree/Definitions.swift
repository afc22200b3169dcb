/// What the tree keeps of a reference definition: `[label]: destination "title"`.
struct DefinitionData: Sendable {
    var range: Range<Int>
    var label: Range<Int>
    var destination: Range<Int>
    var title: Range<Int>?
    /// Decoded, in the buffer.
    var cleanDestination: Range<Int>
    var cleanTitle: Range<Int>?
    /// Labels are compared in this form.
    var key: String
    /// Whether an earlier definition has the same label, so that this one is never used.
    var isShadowed = false
    var isUsed = false
}

extension TreeBuilder {
    /// Finds the definitions that cmark-gfm took out: a line that belongs to no block and begins with `[` can be
    /// nothing else but a definition.
    mutating func findDefinitions() {
        guard !covered.isEmpty else { return }
        var first: [String: Int] = [:]
        let footnoteStarts = Set(footnotes.map(\.label.lowerBound))
        var line = 0
        while line < scan.lines.count {
            let end = scan.lines.end(line)
            var start = LinePrefix.contentStart(scan.lines.range(line), in: text)
            let isTask = !covered[line] && LinePrefix.isCheckBox(at: start, to: end, in: text)
            if isTask { start = LinePrefix.contentStart(start + 3..<end, in: text) }
            // After a check box no block can begin, so that there it is a reference with an odd label.
            while !isTask, !covered[line], let label = footnoteLabel(at: start, to: end) {
                // One that is not in the tree has a label that was defined before. Either may begin with definitions
                // of references.
                if !footnoteStarts.contains(label.lowerBound) {
                    footnotes.append(FootnoteData(node: Node.none, label: label))
                }
                start = LinePrefix.contentStart(label.upperBound + 2..<end, in: text)
            }
            guard !covered[line], start < end, text[start] == .leftBracket else {
                line += 1
                continue
            }
            line = readDefinitions(from: start, line: line, first: &first)
        }
        resolveReferences(first)
    }

    private func footnoteLabel(at start: Int, to end: Int) -> Range<Int>? {
        guard start < end, text[start] == .leftBracket else { return nil }
        return LinePrefix.footnoteLabel(start..<end, in: text)
    }

    /// Reads one definition after the other from a paragraph's lines. Returns the line after them.
    private mutating func readDefinitions(from start: Int, line: Int, first: inout [String: Int]) -> Int {
        var lines = BlockLines()
        lines.reset(content: 0, source: start)
        var content = Array(text[start..<scan.lines.end(line)]) + [.newline]
        var next = line + 1
        while next < scan.lines.count, !covered[next] {
            let start = LinePrefix.continuationStart(scan.lines.range(next), in: text)
            if start >= scan.lines.end(next) || footnoteLabel(at: start, to: scan.lines.end(next)) != nil { break }
            lines.add(content: content.count, source: start)
            content += text[start..<scan.lines.end(next)]
            content.append(.newline)
            next += 1
        }
        content.withUnsafeBufferPointer { content in
            let scanner = LinkScanner(content: content)
            var offset = 0
            while let found = scanner.definition(at: offset) {
                let end = found.title?.upperBound ?? found.destination.upperBound
                let isBracketed = found.destination.lowerBound > 0 && content[found.destination.lowerBound - 1] == .less
                let whole = offset..<(found.title == nil && isBracketed ? end + 1 : end)
                let key = Self.key(content[found.label])
                definitions.append(
                    DefinitionData(
                        range: lines.source(of: whole), label: lines.source(of: found.label),
                        destination: lines.source(of: found.destination),
                        title: found.title.map { lines.source(of: $0) },
                        cleanDestination: keep(Entities.cleaned(content[found.destination])),
                        cleanTitle: found.title.map { keep(Entities.cleaned(content[$0].dropFirst().dropLast())) },
                        key: key, isShadowed: first[key] != nil))
                if first[key] == nil { first[key] = definitions.count - 1 }
                offset = found.end
            }
        }
        return next
    }

    private mutating func resolveReferences(_ definitions: [String: Int]) {
        for (index, key) in linkKeys {
            guard let found = definitions[key] else { continue }
            links[index].definition = found
            self.definitions[found].isUsed = true
            links[index].destinationRange = self.definitions[found].destination
            links[index].titleRange = self.definitions[found].title
        }
    }

    /// A label without differences of case and of whitespace.
    static func key(_ label: some Collection<UInt8>) -> String {
        let words = label.split { $0.isSpace }.map { String(decoding: $0, as: UTF8.self) }
        // Upper-case first, so that `ß` and `SS` are one, as case folding has it.
        return words.joined(separator: " ").uppercased().lowercased()
    }
}
