import Diagnostics
import Foundation

/// Reads reports that `JSONRenderer` wrote. Places are held against the files as they are now.
struct ReportReader {
    private struct Document: Decodable {
        let format: String
        let findings: [Finding]
    }

    private struct Finding: Decodable {
        let rule: String
        let severity: Severity
        let message: String
        let span: Place
        let label: String?
        let includedFrom: [Place]?
        let related: [Related]?
        let notes: [String]?
        let help: String?
        let fix: Fix?
    }

    private struct Related: Decodable {
        let span: Place
        let message: String
    }

    private struct Fix: Decodable {
        struct Edit: Decodable {
            let span: Place
            let replacement: String
        }
        let title: String
        let safe: Bool
        let edits: [Edit]
    }

    private struct Place: Decodable {
        struct Point: Decodable { let offset: Int }
        let path: String
        let start: Point
        let end: Point
    }

    /// The project's folder.
    let root: String
    private var files: [String: SourceFile] = [:]

    init(root: String) { self.root = root }

    /// Nil where the text is no such report.
    mutating func findings(in data: Data) -> [Diagnostic]? {
        guard let document = try? JSONDecoder().decode(Document.self, from: data),
            document.format == "galley-findings/1"
        else { return nil }
        return document.findings.map { diagnostic($0) }
    }

    private mutating func diagnostic(_ finding: Finding) -> Diagnostic {
        var related: [Diagnostic.Label] = []
        for other in finding.related ?? [] { related.append(.init(span(other.span), other.message)) }
        var trail: [Span] = []
        for place in finding.includedFrom ?? [] { trail.append(span(place)) }
        var fix: Diagnostic.Fix?
        if let found = finding.fix {
            var edits: [Diagnostic.Fix.Edit] = []
            for edit in found.edits { edits.append(.init(span(edit.span), edit.replacement)) }
            fix = .init(title: found.title, edits: edits, isSafe: found.safe)
        }
        return Diagnostic(
            rule: RuleID(finding.rule), severity: finding.severity, message: finding.message, span: span(finding.span),
            includedFrom: trail, label: finding.label, related: related, notes: finding.notes ?? [], help: finding.help,
            fix: fix)
    }

    private mutating func span(_ place: Place) -> Span {
        let file = file(place.path)
        let start = max(0, place.start.offset)
        return file.span(start..<max(start, place.end.offset))
    }

    private mutating func file(_ path: String) -> SourceFile {
        if let known = files[path] { return known }
        let data = FileManager.default.contents(atPath: root + "/" + path) ?? Data()
        let file = SourceFile(path: path, bytes: [UInt8](data))
        files[path] = file
        return file
    }
}

extension Severity: Decodable {}
