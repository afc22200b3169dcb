/// A template of `line_format` or `label_format`: Go's text/template with the functions that Loki offers.
struct Template: Sendable {
    /// What a template makes; Loki names its templates so in the texts of errors.
    enum Purpose: String, Sendable {
        case line, label
    }

    /// The names after a dot, each once: the labels that the template may read.
    let fieldNames: [TemplateName]

    private let set: TemplateSet
    private let segments: [Segment]?

    /// A part of a template that needs no evaluation.
    private enum Segment: Sendable {
        case text([UInt8])
        case label(TemplateName)
    }

    /// The label that the template is nothing but.
    var soleLabel: TemplateName? {
        if let segments, segments.count == 1, case .label(let name) = segments[0] { name } else { nil }
    }

    init(_ text: String, for purpose: Purpose = .line) throws(TemplateError) {
        try self.init(bytes: Array(text.utf8), for: purpose)
    }

    init(bytes: [UInt8], for purpose: Purpose = .line) throws(TemplateError) {
        var parser = TemplateParser(bytes, name: Array(purpose.rawValue.utf8))
        set = try parser.parse()
        fieldNames = parser.fieldNames
        segments = Self.segments(of: set.root, for: purpose)
    }

    /// Why Loki would refuse the text; nil if it's a template.
    static func problem(of text: String) -> TemplateError? {
        do throws(TemplateError) {
            _ = try Template(text)
            return nil
        } catch {
            return error
        }
    }

    /// Appends what the template makes. On an error the output is left as it was.
    func render(_ context: some TemplateContext, into output: inout [UInt8]) throws(TemplateError) {
        guard let segments else {
            let start = output.count
            let execution = TemplateExecution(set, context, output)
            output = []
            let result = execution.run()
            output = execution.takeOutput()
            if let result {
                output.removeSubrange(start...)
                throw result
            }
            return
        }
        for segment in segments {
            switch segment {
            case .text(let bytes): output += bytes
            case .label(let name): _ = context.appendLabel(name, to: &output)
            }
        }
    }

    /// The parts of a template that's only text and labels; nil of any other.
    private static func segments(of root: TemplateNode, for purpose: Purpose) -> [Segment]? {
        guard case .list(let nodes) = root.kind else { return nil }
        var segments: [Segment] = []
        for node in nodes {
            switch node.kind {
            case .text(let bytes): segments.append(.text(bytes))
            case .action(let pipe):
                guard let (name, declares) = soleField(of: pipe) else { return nil }
                // Loki short-cuts a line's template of one label, and so prints it even if it's assigned to a variable.
                if declares, purpose != .line || nodes.count != 1 { return nil }
                segments.append(.label(name))
            default: return nil
            }
        }
        return segments
    }

    private static func soleField(of node: TemplateNode) -> (name: TemplateName, declares: Bool)? {
        guard case .pipe(let pipe) = node.kind, pipe.commands.count == 1,
            case .command(let arguments) = pipe.commands[0].kind, arguments.count == 1,
            case .field(let names) = arguments[0].kind, names.count == 1
        else { return nil }
        return (names[0], !pipe.variables.isEmpty)
    }
}
