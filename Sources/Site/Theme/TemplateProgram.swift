/// A template as steps that write bytes: read once with all its partials, run for each page.
///
/// The form is Mustache's: variables, sections, inverted sections, partials and comments, with its rules for tags that
/// stand alone in a line. What it refuses was told before, by Mustache's own parser and by `TemplateChecker`.
struct TemplateProgram: Sendable {
    enum Step: Sendable {
        case text([UInt8])
        case variable(Name, isEscaped: Bool)
        indirect case section(Name, isInverted: Bool, [Step])
    }

    /// A name with its parts: `page.title`. The name `.` has none, and means the innermost value.
    struct Name: Sendable, Equatable {
        let first: String?
        let rest: [String]
    }

    private let steps: [Step]

    /// - Parameters:
    ///   - name: of the template.
    ///   - sources: of all templates, by name.
    init(_ name: String, of sources: [String: [UInt8]]) {
        var reader = TemplateReader(sources[name] ?? [], sources: sources)
        steps = reader.steps(until: nil)
    }

    /// Appends the text that the template makes of a context.
    func write(_ context: TemplateContext, into output: inout [UInt8]) {
        var run = TemplateRun(context, output: output)
        output = []
        run.perform(steps)
        swap(&output, &run.output)
    }
}

/// A template on its way to a page.
private struct TemplateRun {
    /// What sections have opened, the page's own names first.
    private var scopes: [TemplateValue]
    var output: [UInt8]

    init(_ context: TemplateContext, output: [UInt8]) {
        scopes = [.record(context)]
        self.output = output
    }

    mutating func perform(_ steps: [TemplateProgram.Step]) {
        for step in steps {
            switch step {
            case .text(let bytes): output += bytes
            case .variable(let name, let isEscaped):
                switch value(of: name) {
                case .text(let text): if isEscaped { Escape.markup(text, into: &output) } else { output += text.utf8 }
                case .html(let bytes): output += bytes
                case .flag(let flag): output += String(flag).utf8
                case .record, .list, nil: break
                }
            case .section(let name, let isInverted, let steps): perform(steps, for: value(of: name), isInverted)
            }
        }
    }

    private mutating func perform(_ steps: [TemplateProgram.Step], for value: TemplateValue?, _ isInverted: Bool) {
        if isInverted {
            switch value {
            case nil, .flag(false): perform(steps)
            case .list(let elements) where elements.isEmpty: perform(steps)
            default: break
            }
            return
        }
        switch value {
        case nil, .flag(false): break
        case .flag(true): perform(steps)
        case .list(let elements): for element in elements { perform(steps, in: .record(element)) }
        case .text, .html, .record: if let value { perform(steps, in: value) }
        }
    }

    private mutating func perform(_ steps: [TemplateProgram.Step], in scope: TemplateValue) {
        scopes.append(scope)
        perform(steps)
        scopes.removeLast()
    }

    /// The first part of a name is looked for from the innermost scope outwards, the rest in what it names.
    private func value(of name: TemplateProgram.Name) -> TemplateValue? {
        guard let first = name.first else { return scopes.last }
        var value: TemplateValue?
        for case .record(let members) in scopes.reversed() {
            if let member = members[first] {
                value = member
                break
            }
        }
        for part in name.rest {
            guard case .record(let members) = value else { return nil }
            value = members[part]
        }
        return value
    }
}
