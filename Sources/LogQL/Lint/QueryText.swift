import Diagnostics

/// A query with its place in an author's file.
public struct QueryText: Sendable {
    public let bytes: [UInt8]
    /// Where the bytes come from.
    public let map: PositionMap
    /// Whether the author may write a query there as it is. Not so in a quoted YAML scalar, where what a fix writes would
    /// need escapes.
    public let takesFixes: Bool

    public init(_ bytes: [UInt8], map: PositionMap, takesFixes: Bool = true) {
        self.bytes = bytes
        self.map = map
        self.takesFixes = takesFixes
    }

    /// A whole file.
    public init(_ file: SourceFile) { self.init(file.bytes, map: PositionMap(identity: file)) }
}

extension Linter {
    /// What is wrong with a query, at the bytes of the author's file.
    public func diagnostics(in text: QueryText) -> [Diagnostic] {
        findings(in: text.bytes).map { diagnostic($0, in: text) }
    }

    private func diagnostic(_ finding: LintFinding, in text: QueryText) -> Diagnostic {
        let origin = text.map.origin(of: finding.range)
        return Diagnostic(
            rule: finding.rule, severity: finding.severity, message: finding.message, span: origin.span,
            includedFrom: origin.includedFrom,
            related: finding.opener.map { [.init(text.map.origin(of: $0).span, "opened here")] } ?? [],
            help: finding.help, fix: finding.fix.flatMap { fix($0, in: text) })
    }

    /// The fix in the author's file; nil where its bytes are not those of the query.
    private func fix(_ fix: LintFix, in text: QueryText) -> Diagnostic.Fix? {
        guard text.takesFixes else { return nil }
        var edits: [Diagnostic.Fix.Edit] = []
        for edit in fix.edits {
            let span = text.map.origin(of: edit.range).span
            guard span.file.bytes[span.range] == text.bytes[edit.range] else { return nil }
            edits.append(Diagnostic.Fix.Edit(span, edit.replacement))
        }
        return Diagnostic.Fix(title: fix.title, edits: edits, isSafe: fix.isSafe)
    }
}

extension Linter {
    /// The suppressions in comments of a query: `# galley-allow logql/unbounded-range: a report for a month`.
    ///
    /// Behind a part of the query, a suppression holds for its line; alone on its line, for the next one that is neither
    /// blank nor a comment.
    public static func suppressions(in text: QueryText, into report: inout [Diagnostic]) -> [Suppression] {
        let bytes = text.bytes
        guard bytes.count >= Suppression.keyword.utf8.count else { return [] }
        let comments = QueryComment.all(in: bytes)
        let covered = covered(by: comments, bytes)
        return zip(comments, covered).compactMap { comment, covered in
            // The end of a block comment is no part of the reason.
            let isBlock = bytes[comment.range.lowerBound..<comment.textStart].elementsEqual("/*".utf8)
            let end = max(comment.textStart, comment.range.upperBound - (isBlock ? 2 : 0))
            let words = bytes[comment.textStart..<end].drop(while: isBlank)
            guard words.starts(with: Suppression.keyword.utf8) else { return nil }
            return Suppression(
                words.startIndex + Suppression.keyword.utf8.count..<end, of: bytes, map: text.map,
                comment: comment.range,
                covering: covered, kind: .line, into: &report)
        }
    }

    /// What each comment would cover. From the last to the first, so that in a run of comments each knows from the next
    /// one where the run ends.
    private static func covered(by comments: [QueryComment], _ bytes: [UInt8]) -> [Range<Int>] {
        var covered = [Range<Int>](repeating: bytes.count..<bytes.count, count: comments.count)
        for index in comments.indices.reversed() {
            let comment = comments[index].range
            let own = line(around: comment.lowerBound, bytes)
            if !bytes[own.lowerBound..<comment.lowerBound].allSatisfy(isBlank) {
                covered[index] = own.lowerBound..<comment.lowerBound
                continue
            }
            let end = line(around: comment.upperBound, bytes).upperBound
            guard let first = bytes[end...].firstIndex(where: { !isBlank($0) }) else { continue }
            if index + 1 < comments.count, comments[index + 1].range.contains(first) {
                covered[index] = covered[index + 1]
            } else {
                covered[index] = first..<line(around: first, bytes).upperBound
            }
        }
        return covered
    }

    /// The line that a byte stands in, without its end.
    private static func line(around offset: Int, _ bytes: [UInt8]) -> Range<Int> {
        let start = bytes[..<min(offset, bytes.count)].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
        let end = bytes[min(offset, bytes.count)...].firstIndex(of: 0x0A) ?? bytes.count
        return start..<max(start, end)
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (9...13).contains(byte) }
}
