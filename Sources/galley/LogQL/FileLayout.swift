import Diagnostics
import LogQL

/// A file whose queries are laid out anew.
struct FileLayout {
    private let file: SourceFile
    private(set) var edits: [Diagnostic.Fix.Edit] = []

    /// Reports queries that Loki refuses, and those that have to stay as they are.
    init(_ file: QueryFile, _ options: QueryOptions, into report: inout [Diagnostic]) {
        self.file = file.file
        var linter = Linter()
        linter.options.query = options
        for query in file.queries where query.expectation == .none && query.keepsLines {
            switch query.text.layout(options) {
            case .refused: report += linter.diagnostics(in: query.text)
            case .commented(let comment): report.append(FormatLosesComments.finding(at: query.text.origin(of: comment)))
            case .text(let text, let range): lay(out: text, range, of: query)
            }
        }
    }

    private mutating func lay(out text: String, _ range: Range<Int>, of query: FoundQuery) {
        let origin = query.text.origin(of: range)
        // A query of an included file is laid out where that file is.
        guard origin.includedFrom.isEmpty, origin.span.file === file, let prefix = prefix(of: origin.span) else {
            return
        }
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let indent = query.ownsLines ? "" : prefix
        let span = query.ownsLines ? origin.span.widened(by: prefix.utf8.count) : origin.span
        let replacement = lines.joined(separator: ending(after: origin.span) + indent)
        if replacement != span.text { edits.append(Diagnostic.Fix.Edit(span, replacement)) }
    }

    /// What stands before the query on its first line: indentation, or marks of a quote.
    private func prefix(of span: Span) -> String? {
        let start = file.lineStarts[file.lineIndex(at: span.range.lowerBound)]
        let prefix = file.bytes[start..<span.range.lowerBound]
        guard prefix.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">") }) else { return nil }
        return String(decoding: prefix, as: UTF8.self)
    }

    /// How the line ends that a query begins on.
    private func ending(after span: Span) -> String {
        let line = file.lineRange(file.lineIndex(at: span.range.lowerBound))
        return file.bytes[line.upperBound...].first == UInt8(ascii: "\r") ? "\r\n" : "\n"
    }

    /// The whole file.
    var text: [UInt8] {
        var output: [UInt8] = []
        var start = 0
        for edit in edits.sorted(by: { $0.span.range.lowerBound < $1.span.range.lowerBound })
        where edit.span.range.lowerBound >= start {
            output += file.bytes[start..<edit.span.range.lowerBound]
            output += edit.replacement.utf8
            start = edit.span.range.upperBound
        }
        return output + file.bytes[start...]
    }
}

extension Span {
    /// The span with some bytes before it.
    fileprivate func widened(by count: Int) -> Span {
        Span(file: file, range: range.lowerBound - count..<range.upperBound)
    }
}
