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
        // What would end the block can't be shown in it.
        guard !new.contains(where: lines.closes) else { return nil }
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
        replacement = fresh.flatMap {
            Array((($0.isEmpty ? lines.blankPrefix : lines.prefix) + $0 + lines.ending).utf8)
        }
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
        /// What ends each line in the file.
        let ending: String
        /// The marks that open the block.
        let fence: [UInt8]

        /// What stands before an empty line: in a quote, a line without its mark would end it.
        var blankPrefix: String { prefix.lastIndex(of: ">").map { String(prefix[...$0]) } ?? "" }

        func closes(_ line: String) -> Bool {
            let text = line.utf8.drop { $0 == UInt8(ascii: " ") }
            return text.starts(with: fence) && text.allSatisfy { $0 == fence.first }
        }
    }

    /// Nil where the block's lines are not those behind its fence, but of a file that it includes.
    private static func lines(of output: ExpectedOutput) -> Lines? {
        let file = output.opening.span.file
        let opening = output.opening.span.range.lowerBound
        let first = file.lineIndex(at: opening)
        let count = output.text.count { $0 == 0x0A }
        guard first + count + 1 < file.lineStarts.count else { return nil }
        let starts = (0...count).map { file.lineStarts[first + 1 + $0] }
        var offset = 0
        for start in starts.dropLast() {
            let span = output.map.origin(at: offset).span
            guard span.file == file, span.start.line == file.location(at: start).line else { return nil }
            offset = (output.text[offset...].firstIndex(of: 0x0A) ?? output.text.count) + 1
        }
        let texts = OutputComparison.lines(of: output.text)
        // In a list, the fence's line begins with the mark of the item, and the lines below it with blanks.
        let prefix = String(decoding: file.bytes[file.lineStarts[first]..<opening], as: UTF8.self).map {
            $0 == ">" || $0 == "\t" ? $0 : " "
        }
        let mark = file.bytes[opening]
        return Lines(
            file: file, texts: texts, patterns: texts.map(OutputPattern.init),
            starts: Array(starts.prefix(texts.count)),
            end: starts[count], prefix: String(prefix),
            ending: file.bytes[..<starts[0]].suffix(2).first == 0x0D ? "\r\n" : "\n",
            fence: Array(file.bytes[opening...].prefix { $0 == mark }))
    }
}
