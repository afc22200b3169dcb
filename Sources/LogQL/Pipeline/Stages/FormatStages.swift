/// The labels of a line as templates read them.
private struct LabelContext: TemplateContext {
    let entries: [LabelBuilder.Entry]
    /// The numbers of the names that the template has.
    let numbers: [Int32]
    let names: NameTable
    let line: Bytes
    let timestamp: Int64

    func appendLabel(_ name: TemplateName, to output: inout [UInt8]) -> Bool {
        let found =
            name.index.map { index in entries.first { $0.name == numbers[index] } }
            ?? entries.first { names[$0.name].elementsEqual(name.bytes) }
        guard let found else { return false }
        output += found.value
        return true
    }

    var labelNames: [[UInt8]] { entries.map { Array(names[$0.name]) } }

    func appendLine(to output: inout [UInt8]) { output += line }
}

/// A template with the numbers of the names in it.
private struct NamedTemplate {
    let template: Template
    let numbers: [Int32]

    init(_ text: String, for purpose: Template.Purpose, _ names: inout NameTable) throws(PipelineError) {
        do {
            template = try Template(text, for: purpose)
        } catch {
            throw PipelineError(message: error.text)
        }
        numbers = template.fieldNames.map { (name: TemplateName) -> Int32 in
            name.bytes.withUnsafeBufferPointer { names.number($0) }
        }
    }

    var neededLabels: [String] { template.fieldNames.map(\.text) }

    /// Nil on an error, which is noted.
    func text(
        _ entries: [LabelBuilder.Entry], line: Bytes, time: Int64, _ labels: inout LabelBuilder
    ) -> Bytes? {
        let context = LabelContext(
            entries: entries, numbers: numbers, names: labels.names, line: line, timestamp: time)
        var output: [UInt8] = []
        do {
            try template.render(context, into: &output)
            return labels.arena.copy(output)
        } catch {
            labels.error = Bytes("TemplateFormatErr")
            labels.errorDetails = labels.arena.copy(error.text)
            return nil
        }
    }
}

/// `line_format`: makes a new line.
final class LineFormatStage: PipelineStage {
    private let template: NamedTemplate

    init(_ text: String, _ names: inout NameTable) throws(PipelineError) {
        template = try NamedTemplate(text, for: .line, &names)
    }

    override var neededLabels: [String] { template.neededLabels }

    override func run(_ line: inout Bytes, time: Int64, _ labels: inout LabelBuilder) -> Bool {
        if template.template.soleLabel != nil {
            line = template.numbers.first.flatMap { labels.value($0) } ?? .none
        } else if let text = template.text(labels.forTemplate(), line: line, time: time, &labels) {
            line = text
        }
        return true
    }
}

/// `label_format`: makes labels, or gives them other names.
final class LabelFormatStage: PipelineStage {
    private enum Source {
        case label(Int32, String)
        case template(NamedTemplate)
    }

    private let formats: [(name: Int32, source: Source)]

    init(_ formats: [LabelFormat], _ names: inout NameTable) throws(PipelineError) {
        var made: [(name: Int32, source: Source)] = []
        for format in formats {
            let name = names.number(format.name)
            if format.isRename {
                made.append((name, .label(names.number(format.value), format.value)))
            } else {
                made.append((name, .template(try NamedTemplate(format.value, for: .label, &names))))
            }
        }
        self.formats = made
    }

    override var neededLabels: [String] {
        formats.flatMap { format in
            switch format.source {
            case .label(_, let name): [name]
            case .template(let template): template.neededLabels
            }
        }
    }

    override func run(_ line: inout Bytes, time: Int64, _ labels: inout LabelBuilder) -> Bool {
        // Templates see the labels as they were before the first of them.
        var seen: [LabelBuilder.Entry] = []
        for format in formats {
            switch format.source {
            case .label(let name, _):
                guard let value = labels.value(name) else { continue }
                labels.set(.parsed, format.name, value)
                labels.delete(name)
            case .template(let template):
                if seen.isEmpty { seen = labels.forTemplate() }
                if let text = template.text(seen, line: line, time: time, &labels) {
                    labels.set(.parsed, format.name, text)
                }
            }
        }
        return true
    }
}
