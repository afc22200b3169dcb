import Diagnostics

/// Findings as the overlay shows them.
struct FindingJSON: Sendable {
    /// The project's folder.
    let root: String
    /// The address that opens a file in the author's editor, with `{path}`, `{line}` and `{column}`.
    let editor: String

    func value(_ finding: Diagnostic) -> JSONValue {
        let frame = finding.span.file.bytes.isEmpty ? nil : CodeFrame(finding.span)
        return .members([
            "severity": .string(finding.severity.rawValue), "rule": .string(finding.rule.text),
            "message": .string(finding.message), "place": .string(Self.place(finding.span)),
            "address": .string(address(of: finding.span)),
            "line": frame.map { .number($0.lineNumber) }, "text": frame.map { .string($0.line) },
            "carets": frame.map { .string($0.carets) }, "label": finding.label.map { .string($0) },
            "from": .array(finding.includedFrom.map { .string(Self.place($0)) }),
            "notes": .array(finding.notes.map { .string($0) }), "help": finding.help.map { .string($0) },
        ])
    }

    private static func place(_ span: Span) -> String {
        "\(span.file.path):\(span.start.line):\(span.start.column)"
    }

    private func address(of span: Span) -> String {
        let path = PathEncoding.encoded("\(root)/\(span.file.path)")
        return editor.replacing("{path}", with: path).replacing("{line}", with: String(span.start.line))
            .replacing("{column}", with: String(span.start.column))
    }
}
