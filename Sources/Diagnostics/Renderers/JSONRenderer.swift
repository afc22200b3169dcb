/// Findings as data of Galley's own form: offsets in UTF-8 bytes, lines and columns from 1, columns in Unicode scalars.
public struct JSONRenderer: Renderer {
    public init() {}

    public func render(_ report: Report) -> String {
        let document = JSONValue.members([
            "format": "galley-findings/1",
            "version": .string(report.version),
            "findings": .array(report.findings.map(value)),
            "summary": .members([
                "errors": .number(report.count(.error)),
                "warnings": .number(report.count(.warning)),
                "notes": .number(report.count(.note)),
            ]),
        ])
        return document.text() + "\n"
    }

    private func value(_ finding: Diagnostic) -> JSONValue {
        .members([
            "rule": .string(finding.rule.text),
            "severity": .string(finding.severity.rawValue),
            "message": .string(finding.message),
            "span": span(finding.span),
            "label": finding.label.map { .string($0) },
            "includedFrom": finding.includedFrom.isEmpty ? nil : .array(finding.includedFrom.map(span)),
            "related": finding.related.isEmpty
                ? nil
                : .array(finding.related.map { .members(["span": span($0.span), "message": .string($0.message)]) }),
            "notes": finding.notes.isEmpty ? nil : .array(finding.notes.map { .string($0) }),
            "help": finding.help.map { .string($0) },
            "fix": finding.fix.map(fix),
        ])
    }

    private func fix(_ fix: Diagnostic.Fix) -> JSONValue {
        .members([
            "title": .string(fix.title),
            "safe": .bool(fix.isSafe),
            "edits": .array(
                fix.edits.map { .members(["span": span($0.span), "replacement": .string($0.replacement)]) }),
        ])
    }

    private func span(_ span: Span) -> JSONValue {
        .members([
            "path": .string(span.file.path),
            "start": place(span.range.lowerBound, span.start),
            "end": place(span.range.upperBound, span.end),
        ])
    }

    private func place(_ offset: Int, _ location: Location) -> JSONValue {
        .members([
            "offset": .number(offset), "line": .number(location.line), "column": .number(location.column),
        ])
    }
}
