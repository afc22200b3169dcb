import Diagnostics

/// A report that has everything a finding can have, for the renderers' snapshots.
enum SampleReport {
    static let guide = SourceFile(
        path: "content/guide one.md",
        text: "# Guide\n\nSee [the limits](limits.md#qeury) & more.\n\tTab, 漢字 and 👩‍🔬: `x`\nlast line\n")
    static let part = SourceFile(path: "content/part.md", text: "A <b> \"quoted\" 100% part, with: commas\n")

    static func span(_ text: String, in file: SourceFile) -> Span {
        let needle = Array(text.utf8)
        let start = file.bytes.indices.first { file.bytes[$0...].starts(with: needle) } ?? 0
        return file.span(start..<start + needle.count)
    }

    static let report = Report(
        findings: [
            Diagnostic(
                rule: "site/anchor-missing", severity: .error, message: "limits.md has no heading `#qeury`",
                span: span("limits.md#qeury", in: guide), label: "no such heading",
                related: [.init(span("A <b>", in: part), "the nearest heading is here")],
                notes: ["headings get the ids that GitHub gives them"], help: "write `limits.md#query`",
                fix: .init(
                    title: "replace with `limits.md#query`",
                    edits: [.init(span("limits.md#qeury", in: guide), "limits.md#query")], isSafe: true)),
            Diagnostic(
                rule: "todos/placeholder", severity: .warning, message: "a placeholder, 100% unfinished: `x`",
                span: span("漢字 and 👩‍🔬", in: guide)),
            Diagnostic(
                rule: "include/missing", severity: .error, message: "several lines",
                span: guide.span(0..<guide.bytes.count)),
            Diagnostic(
                rule: "todos/placeholder", severity: .note, message: "told <only> & \"not\" counted",
                span: span("\"quoted\" 100%", in: part), includedFrom: [span("last line", in: guide)]),
        ],
        version: "0.0.0",
        pages: [
            "todos/placeholder": RulePage(
                id: "todos/placeholder", severity: .error, summary: "Finds what was left to be written.",
                body: "## Why\n\nReaders can't use it.")
        ])
}
