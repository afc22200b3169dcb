import Diagnostics

/// A text of sections and settings: `[section]`, then `name = value` in lines of their own.
struct INIText {
    struct Setting {
        /// Empty above the first section.
        let section: String
        let name: String
        let nameRange: Range<Int>
        /// Without quotes and a comment behind it.
        let value: String
        let valueRange: Range<Int>
    }

    struct Section {
        let name: String
        /// Between the brackets.
        let range: Range<Int>
    }

    struct Problem {
        let message: String
        let range: Range<Int>
        let help: String?
    }

    private(set) var sections: [Section] = []
    private(set) var settings: [Setting] = []
    private(set) var problems: [Problem] = []
    private let bytes: [UInt8]

    /// - Parameter isStrict: whether each line needs a `=`. Many programs take a name alone, or lines of another form.
    init(_ bytes: [UInt8], isStrict: Bool) {
        self.bytes = bytes
        var start = 0
        var isContinued = false
        var openQuote: Range<Int>?
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            let line = trimmed(start..<end)
            start = end + 1
            if openQuote != nil {
                if contains("\"\"\"", line) { openQuote = nil }
                continue
            }
            let wasContinued = isContinued
            isContinued = line.last.map { bytes[$0] == UInt8(ascii: "\\") } ?? false
            guard let first = line.first, !wasContinued else { continue }
            switch bytes[first] {
            case UInt8(ascii: "#"), UInt8(ascii: ";"): isContinued = false
            case UInt8(ascii: "["): readSection(line)
            default: openQuote = readSetting(line, isStrict)
            }
        }
        if let openQuote { fail("the value in `\"\"\"` has no end", openQuote, help: "end it with `\"\"\"`") }
    }

    private mutating func fail(_ message: String, _ range: Range<Int>, help: String? = nil) {
        problems.append(Problem(message: message, range: range, help: help))
    }

    private mutating func readSection(_ line: Range<Int>) {
        guard let close = bytes[line].firstIndex(of: UInt8(ascii: "]")) else {
            sections.append(Section(name: text(line.lowerBound + 1..<line.upperBound), range: line))
            return fail("the name of the section has no `]`", line, help: "add `]`")
        }
        let name = trimmed(line.lowerBound + 1..<close)
        sections.append(Section(name: text(name), range: name))
        let rest = trimmed(close + 1..<line.upperBound)
        if let first = rest.first, bytes[first] != UInt8(ascii: "#"), bytes[first] != UInt8(ascii: ";") {
            fail("there is something behind the name of the section", rest, help: "begin a new line")
        }
    }

    /// - Returns: where a value begins that goes on in the next lines.
    private mutating func readSetting(_ line: Range<Int>, _ isStrict: Bool) -> Range<Int>? {
        guard let sign = bytes[line].firstIndex(where: { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: ":") }) else {
            if isStrict { fail("the line has no `=`", line, help: "write `name = value`, or begin a comment with `;`") }
            return nil
        }
        let name = trimmed(line.lowerBound..<sign)
        if name.isEmpty {
            fail("there is no name before `\(text(sign..<sign + 1))`", sign..<sign + 1)
            return nil
        }
        var value = trimmed(sign + 1..<line.upperBound)
        let isLong = bytes[value].starts(with: "\"\"\"".utf8)
        if !isLong { value = withoutComment(value) }
        let inner = isLong ? value : unquoted(value)
        settings.append(
            Setting(
                section: sections.last?.name ?? "", name: text(name), nameRange: name, value: text(inner),
                valueRange: inner))
        let rest = value.lowerBound + 3..<max(value.upperBound, value.lowerBound + 3)
        return isLong && !contains("\"\"\"", rest) ? value.lowerBound..<value.lowerBound + 3 : nil
    }

    /// A comment begins behind a blank.
    private func withoutComment(_ value: Range<Int>) -> Range<Int> {
        guard let first = value.first, bytes[first] != UInt8(ascii: "`") else { return value }
        for index in value where bytes[index] == UInt8(ascii: "#") || bytes[index] == UInt8(ascii: ";") {
            if index == first || bytes[index - 1] == UInt8(ascii: " ") || bytes[index - 1] == UInt8(ascii: "\t") {
                return trimmed(value.lowerBound..<index)
            }
        }
        return value
    }

    private func unquoted(_ value: Range<Int>) -> Range<Int> {
        guard value.count > 1, let first = value.first, "\"'`".utf8.contains(bytes[first]),
            bytes[value.upperBound - 1] == bytes[first]
        else { return value }
        return value.lowerBound + 1..<value.upperBound - 1
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (lower, upper) = (range.lowerBound, range.upperBound)
        while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
        while upper > lower, bytes[upper - 1] <= 0x20 { upper -= 1 }
        return lower..<upper
    }

    private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    private func contains(_ part: String, _ range: Range<Int>) -> Bool { text(range).contains(part) }
}
