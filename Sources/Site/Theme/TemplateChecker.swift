import Diagnostics

/// Checks the names in a theme's templates before anything is rendered with them.
struct TemplateChecker {
    let schema: TemplateSchema
    /// The templates by name.
    let templates: [String: SourceFile]

    /// Checks a template and the partials that it uses, each in the scopes it is used in.
    /// - Parameter visited: what was checked before, so that a partial of several templates is told of once.
    func check(_ entry: String, visited: inout Set<String>, into findings: inout [Diagnostic]) {
        guard let file = templates[entry] else { return }
        check(file, scopes: [schema.root], using: [entry], &visited, &findings)
    }

    private func check(
        _ file: SourceFile, scopes: [[String: TemplateSchema.Shape]], using path: [String],
        _ visited: inout Set<String>, _ findings: inout [Diagnostic]
    ) {
        // A partial that is used in several scopes of one kind need not be read again.
        guard visited.insert("\(file.path) \(scopes.map { $0.keys.sorted() })").inserted else { return }
        var scopes = scopes
        var opened: [Int] = []
        for tag in TemplateTag.tags(in: file.bytes) {
            let span = file.span(tag.range)
            let name = span.text
            switch tag.kind {
            case .variable, .inverted, .section:
                let shape = schema.resolve(Substring(name), in: scopes)
                if shape == nil {
                    findings.append(TemplateUnknownName.unknown(at: span, known: schema.names(in: scopes)))
                }
                guard tag.kind != .variable else { continue }
                opened.append(scopes.count)
                if tag.kind == .section, case .scope(let members)? = shape { scopes.append(members) }
            case .close:
                if let count = opened.popLast() { scopes.removeLast(scopes.count - count) }
            case .partial:
                if path.contains(name) {
                    findings.append(TemplatePartialMissing.cycle(at: span, path: path))
                } else if let partial = templates[name] {
                    check(partial, scopes: scopes, using: path + [name], &visited, &findings)
                } else {
                    findings.append(TemplatePartialMissing.missing(at: span, known: templates.keys.sorted()))
                }
            }
        }
    }
}
