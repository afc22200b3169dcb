/// Findings as SARIF 2.1.0 (OASIS, March 2020), for code scanning services.
public struct SARIFRenderer: Renderer {
    public init() {}

    public func render(_ report: Report) -> String {
        // Rules are listed once, in the order of their names; results refer to them by index.
        let ids = Set(report.findings.map(\.rule)).sorted { $0.text < $1.text }
        let indices = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
        let document = JSONValue.members([
            "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
            "version": "2.1.0",
            "runs": .array([
                .members([
                    "tool": .members([
                        "driver": .members([
                            "name": "Galley",
                            "version": .string(report.version),
                            "rules": .array(ids.map { rule($0, report) }),
                        ])
                    ]),
                    "columnKind": "unicodeCodePoints",
                    "results": .array(report.findings.map { result($0, ruleIndex: indices[$0.rule] ?? -1) }),
                ])
            ]),
        ])
        return document.text() + "\n"
    }

    private func rule(_ id: RuleID, _ report: Report) -> JSONValue {
        let page = report.pages[id]
        return .members([
            "id": .string(id.text),
            "shortDescription": page.map { .members(["text": .string($0.summary)]) },
            "help": page.map { .members(["text": .string($0.markdown), "markdown": .string($0.markdown)]) },
            "defaultConfiguration": page.map { .members(["level": .string($0.severity.rawValue)]) },
        ])
    }

    private func result(_ finding: Diagnostic, ruleIndex: Int) -> JSONValue {
        var text = finding.message
        for note in finding.notes { text += "\n\(note)" }
        if let help = finding.help { text += "\n\(help)" }
        let related =
            finding.related.map { ($0.span, $0.message) } + finding.includedFrom.map { ($0, "included from here") }
        return .members([
            "ruleId": .string(finding.rule.text),
            "ruleIndex": .number(ruleIndex),
            "level": .string(finding.severity.rawValue),
            "message": .members(["text": .string(text)]),
            "locations": .array([.members(["physicalLocation": place(finding.span)])]),
            "relatedLocations": related.isEmpty
                ? nil
                : .array(
                    related.enumerated().map { index, label in
                        .members([
                            "id": .number(index + 1),
                            "physicalLocation": place(label.0),
                            "message": .members(["text": .string(label.1)]),
                        ])
                    }),
            "fixes": finding.fix.map { .array([fix($0)]) },
        ])
    }

    private func fix(_ fix: Diagnostic.Fix) -> JSONValue {
        var files: [SourceFile] = []
        for edit in fix.edits where !files.contains(edit.span.file) { files.append(edit.span.file) }
        return .members([
            "description": .members(["text": .string(fix.title)]),
            "artifactChanges": .array(
                files.map { file in
                    .members([
                        "artifactLocation": artifact(file),
                        "replacements": .array(
                            fix.edits.filter { $0.span.file == file }.map { edit in
                                .members([
                                    "deletedRegion": region(edit.span),
                                    "insertedContent": .members(["text": .string(edit.replacement)]),
                                ])
                            }),
                    ])
                }),
        ])
    }

    private func place(_ span: Span) -> JSONValue {
        .members(["artifactLocation": artifact(span.file), "region": region(span)])
    }

    private func artifact(_ file: SourceFile) -> JSONValue {
        .members(["uri": .string(PathEncoding.encoded(file.path)), "uriBaseId": "%SRCROOT%"])
    }

    private func region(_ span: Span) -> JSONValue {
        let start = span.start
        let end = span.end
        return .members([
            "startLine": .number(start.line),
            "startColumn": .number(start.column),
            "endLine": .number(end.line),
            "endColumn": .number(end.column),
            "byteOffset": .number(span.range.lowerBound),
            "byteLength": .number(span.range.count),
        ])
    }
}
