import Diagnostics

/// Holds what a snippet printed against the `output` block behind it.
///
/// In the block, `...` alone on a line stands for any lines, `[..]` for anything in a line, and `[NAME]` (capital
/// letters, digits, `_`) for a text without blanks that is the same wherever the name stands. Blanks at the ends of
/// lines and empty lines at the end do not count.
public struct OutputComparison {
    private let expected: [ExpectedLine]
    private let printed: [String]

    private struct ExpectedLine {
        let pattern: OutputPattern
        /// In bytes of the block.
        let range: Range<Int>
    }

    public init(expected: [UInt8], printed: [UInt8]) {
        var lines: [ExpectedLine] = []
        var start = 0
        while start < expected.count {
            let end = expected[start...].firstIndex(of: UInt8(ascii: "\n")) ?? expected.count
            let text = Self.trimmed(String(decoding: expected[start..<end], as: UTF8.self))
            lines.append(ExpectedLine(pattern: OutputPattern(text), range: start..<end))
            start = end + 1
        }
        while lines.last?.pattern.isEmpty == true { lines.removeLast() }
        self.expected = lines
        self.printed = Self.lines(of: printed)
    }

    /// The printed text as lines, without what does not count.
    public static func lines(of bytes: [UInt8]) -> [String] {
        var lines = String(decoding: bytes, as: UTF8.self)
            .split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map { trimmed(String($0)) }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    private static func trimmed(_ line: String) -> String {
        var line = line[...]
        while let last = line.last, last == " " || last == "\t" || last == "\r" { line.removeLast() }
        return String(line)
    }

    /// Where the two part.
    public enum Difference: Sendable, Equatable {
        /// The line of the block (bytes of it) that is not met, and what is printed there.
        case line(Range<Int>, printed: String?)
        /// What is printed behind the last line of the block.
        case more([String])
    }

    /// Nil where the output is what is expected.
    public var difference: Difference? {
        var (index, line) = (0, 0)
        var names: [String: String] = [:]
        var furthest = (index: 0, line: 0)
        // The last `...` that was passed, and the line at which what is behind it was tried: as in globbing, an earlier
        // one needs no second try.
        var anyLines: (index: Int, line: Int, names: [String: String])?
        while true {
            if (index, line) > furthest { furthest = (index, line) }
            if index < expected.count, expected[index].pattern.isAnyLines {
                anyLines = (index, line, names)
                index += 1
            } else if index < expected.count, line < printed.count,
                expected[index].pattern.matches(printed[line], &names)
            {
                index += 1
                line += 1
            } else if index == expected.count, line == printed.count {
                return nil
            } else if let last = anyLines, last.line < printed.count {
                anyLines = (last.index, last.line + 1, last.names)
                (index, line, names) = (last.index + 1, last.line + 1, last.names)
            } else {
                return difference(at: furthest)
            }
        }
    }

    private func difference(at place: (index: Int, line: Int)) -> Difference {
        guard place.index < expected.count else { return .more(Array(printed[place.line...])) }
        return .line(expected[place.index].range, printed: place.line < printed.count ? printed[place.line] : nil)
    }
}
