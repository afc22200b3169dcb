import Diagnostics

/// A change of an `output` block into what its snippet prints.
public struct OutputUpdate: Sendable {
    public let file: SourceFile
    /// The lines of the block that are replaced, in bytes of the file, with their endings.
    let range: Range<Int>
    let replacement: [UInt8]
    /// What changes, for people: lines with `-` and `+`.
    public let difference: String

    /// Nil where the block is as it should be, or where nothing was printed to compare it with.
    public init?(_ verdict: Verdict) {
        guard let expected = verdict.snippet.output, let printed = verdict.output,
            OutputComparison(expected: expected.text, printed: printed).difference != nil,
            let lines = Self.lines(of: expected)
        else { return nil }
        let new = OutputComparison.lines(of: printed)
        // Lines that still hold stay as the author wrote them, with the marks for what may differ.
        var names: [String: String] = [:]
        var head = 0
        while head < min(lines.texts.count, new.count), lines.patterns[head].matches(new[head], &names) { head += 1 }
        var tail = 0
        while tail < min(lines.texts.count, new.count) - head,
            lines.patterns[lines.texts.count - 1 - tail].matches(new[new.count - 1 - tail], &names)
        {
            tail += 1
        }
        file = lines.file
        let old = lines.texts[head..<lines.texts.count - tail]
        let fresh = new[head..<new.count - tail]
        let start = head < lines.starts.count ? lines.starts[head] : lines.end
        let end = lines.texts.count - tail < lines.starts.count ? lines.starts[lines.texts.count - tail] : lines.end
        range = start..<max(start, end)
        replacement = fresh.flatMap { Array((($0.isEmpty ? "" : lines.prefix) + $0 + "\n").utf8) }
        let location = lines.file.location(at: start)
        difference =
            "\(lines.file.path):\(location.line) `\(verdict.snippet.id)`\n" + old.map { "- \($0)\n" }.joined()
            + fresh.map { "+ \($0)\n" }.joined()
    }

    /// A file with its updates made.
    public static func applying(_ updates: [OutputUpdate], to file: SourceFile) -> [UInt8] {
        var bytes = file.bytes
        for update in updates.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
            bytes.replaceSubrange(update.range, with: update.replacement)
        }
        return bytes
    }

    private struct Lines {
        let file: SourceFile
        let texts: [String]
        let patterns: [OutputPattern]
        /// Where each line begins in the file, its prefix included.
        let starts: [Int]
        /// Where the closing fence's line begins.
        let end: Int
        /// What stands before each line in the file: indentation, marks of quotes.
        let prefix: String
    }

    private static func lines(of output: ExpectedOutput) -> Lines? {
        let file = output.opening.span.file
        let first = file.lineIndex(at: output.opening.span.range.lowerBound)
        let count = output.text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).count - 1
        guard first + count + 1 < file.lineStarts.count else { return nil }
        let texts = OutputComparison.lines(of: output.text)
        let fence = file.lineStarts[first]..<output.opening.span.range.lowerBound
        // In a list, the fence's line begins with the mark of the item, and the lines below it with blanks.
        let prefix = String(decoding: file.bytes[fence], as: UTF8.self).map { $0 == ">" || $0 == " " ? $0 : " " }
        let starts = (0..<texts.count).map { file.lineStarts[first + 1 + $0] }
        return Lines(
            file: file, texts: texts, patterns: texts.map(OutputPattern.init), starts: starts,
            end: file.lineStarts[first + 1 + count], prefix: String(prefix))
    }
}
