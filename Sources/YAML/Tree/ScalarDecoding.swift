import Diagnostics

/// Decodes a scalar a second time, to learn where each byte of its value comes from.
///
/// libyaml has the say on the value. Where the text decoded here is another (a break that only YAML 1.1 knows), the
/// whole value maps to the whole scalar, so that a map is never wrong, only coarse.
struct ScalarDecoding {
    private var output: [UInt8] = []
    private var builder = PositionMap.Builder()
    private let source: YAMLText

    static func map(of scalar: YAMLScalar) -> PositionMap {
        let fallback = scalar.origin.span
        let decoding = ScalarDecoding(scalar)
        if decoding.output.elementsEqual(scalar.value.utf8) { return decoding.builder.build(fallback: fallback) }
        var coarse = PositionMap.Builder()
        coarse.replace(scalar.range, of: scalar.text.map, with: scalar.value.utf8.count)
        return coarse.build(fallback: fallback)
    }

    /// The bytes that this makes of a scalar, for tests to compare with libyaml's.
    static func decoded(_ scalar: YAMLScalar) -> [UInt8] { ScalarDecoding(scalar).output }

    private init(_ scalar: YAMLScalar) {
        source = scalar.text
        switch scalar.style {
        case .plain: decodeFlow(scalar.extent, escapes: .none)
        case .singleQuoted: decodeFlow(Self.inside(scalar.extent), escapes: .doubledQuote)
        case .doubleQuoted: decodeFlow(Self.inside(scalar.extent), escapes: .backslash)
        case .literal, .folded: decodeBlock(scalar)
        }
    }

    private static func inside(_ quoted: Range<Int>) -> Range<Int> {
        quoted.count < 2 ? quoted : quoted.lowerBound + 1..<quoted.upperBound - 1
    }

    private mutating func copy(_ range: Range<Int>) {
        output += source.bytes[range]
        builder.copy(range, of: source.map)
    }

    private mutating func put(_ bytes: some Collection<UInt8>, for range: Range<Int>) {
        output += bytes
        builder.replace(range, of: source.map, with: bytes.count)
    }

    private mutating func putBreak(_ range: Range<Int>) {
        if range.count == 1, source.bytes[range.lowerBound] == UInt8(ascii: "\n") {
            copy(range)
        } else {
            put([10], for: range)
        }
    }
}

// MARK: - Plain and quoted scalars

extension ScalarDecoding {
    private enum Escapes { case none, doubledQuote, backslash }

    private mutating func decodeFlow(_ range: Range<Int>, escapes: Escapes) {
        let bytes = source.bytes
        let end = range.upperBound
        var index = range.lowerBound
        while index < end {
            let byte = bytes[index]
            if ScalarScan.isBlank(byte) || ScalarScan.isBreak(byte) {
                index = fold(from: index, to: end, isFirstBreakEscaped: false)
            } else if escapes == .doubledQuote, byte == UInt8(ascii: "'"), index + 1 < end {
                put([byte], for: index..<index + 2)
                index += 2
            } else if escapes == .backslash, byte == UInt8(ascii: "\\"), index + 1 < end {
                index = unescape(at: index, to: end)
            } else {
                let start = index
                while index < end, !isSpecial(bytes[index], escapes) { index += 1 }
                copy(start..<max(index, start + 1))
                index = max(index, start + 1)
            }
        }
    }

    private func isSpecial(_ byte: UInt8, _ escapes: Escapes) -> Bool {
        if ScalarScan.isBlank(byte) || ScalarScan.isBreak(byte) { return true }
        switch escapes {
        case .none: return false
        case .doubledQuote: return byte == UInt8(ascii: "'")
        case .backslash: return byte == UInt8(ascii: "\\")
        }
    }

    /// Folds a run of white space (YAML 1.2.2, 6.5): one break is a space, n breaks are n - 1 breaks, and blanks beside
    /// a break are dropped. Returns the index after the run.
    private mutating func fold(from start: Int, to end: Int, isFirstBreakEscaped: Bool) -> Int {
        var index = start
        var breaks: [Range<Int>] = []
        while index < end, ScalarScan.isBlank(source.bytes[index]) || ScalarScan.isBreak(source.bytes[index]) {
            if ScalarScan.isBreak(source.bytes[index]) {
                let range = ScalarScan.breakRange(at: index, to: end, in: source.bytes)
                breaks.append(range)
                index = range.upperBound
            } else {
                index += 1
            }
        }
        guard !breaks.isEmpty else {
            copy(start..<index)
            return index
        }
        if breaks.count == 1, !isFirstBreakEscaped { put([UInt8(ascii: " ")], for: start..<index) }
        for range in breaks.dropFirst() { putBreak(range) }
        return index
    }

    // YAML 1.2.2, 5.7.
    private mutating func unescape(at index: Int, to end: Int) -> Int {
        let bytes = source.bytes
        let letter = bytes[index + 1]
        if ScalarScan.isBreak(letter) { return fold(from: index + 1, to: end, isFirstBreakEscaped: true) }
        let digits =
            letter == UInt8(ascii: "x") ? 2 : letter == UInt8(ascii: "u") ? 4 : letter == UInt8(ascii: "U") ? 8 : 0
        let after = min(index + 2 + digits, end)
        let code: UInt32? =
            digits > 0
            ? UInt32(String(decoding: bytes[index + 2..<after], as: UTF8.self), radix: 16) : Self.code(ofEscape: letter)
        guard let code, let scalar = Unicode.Scalar(code) else {
            copy(index..<after)
            return after
        }
        put(Array(String(Character(scalar)).utf8), for: index..<after)
        return after
    }

    private static func code(ofEscape letter: UInt8) -> UInt32? {
        switch letter {
        case UInt8(ascii: "0"): 0
        case UInt8(ascii: "a"): 0x07
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "t"), UInt8(ascii: "\t"): 0x09
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "v"): 0x0B
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "e"): 0x1B
        case UInt8(ascii: " "), UInt8(ascii: "\""), UInt8(ascii: "/"), UInt8(ascii: "\\"): UInt32(letter)
        case UInt8(ascii: "N"): 0x85
        case UInt8(ascii: "_"): 0xA0
        case UInt8(ascii: "L"): 0x2028
        case UInt8(ascii: "P"): 0x2029
        default: nil
        }
    }
}

// MARK: - Literal and folded scalars

extension ScalarDecoding {
    /// YAML 1.2.2, 8.1: indentation is stripped, breaks are kept (`|`) or folded (`>`), the end is chomped.
    private mutating func decodeBlock(_ scalar: YAMLScalar) {
        let bytes = source.bytes
        let isFolded = scalar.style == .folded
        let header = bytes[scalar.extent].dropFirst().prefix(2)
        let lines = Self.lines(afterHeaderOf: scalar.extent, in: bytes)
        let indent = Self.indentation(of: lines, in: bytes, value: scalar.value)

        var lastBreak: Range<Int>?
        var blankBreaks: [Range<Int>] = []
        var wasIndented = false
        for line in lines {
            let spaces = bytes[line.content].prefix(indent).prefix { $0 == UInt8(ascii: " ") }.count
            let start = line.content.lowerBound + spaces
            if start == line.content.upperBound {
                if !line.lineBreak.isEmpty { blankBreaks.append(line.lineBreak) }
                continue
            }
            guard spaces == indent else { break }
            // A line that is indented further is not folded with its neighbors (8.1.3).
            let isIndented = ScalarScan.isBlank(bytes[start])
            if let lastBreak {
                if !isFolded || wasIndented || isIndented {
                    putBreak(lastBreak)
                } else if blankBreaks.isEmpty {
                    put([UInt8(ascii: " ")], for: lastBreak)
                }
            }
            for range in blankBreaks { putBreak(range) }
            blankBreaks = []
            wasIndented = isIndented
            copy(start..<line.content.upperBound)
            lastBreak = line.lineBreak.isEmpty ? nil : line.lineBreak
        }
        if !header.contains(UInt8(ascii: "-")), let lastBreak { putBreak(lastBreak) }
        if header.contains(UInt8(ascii: "+")) { for range in blankBreaks { putBreak(range) } }
    }

    private typealias Line = (content: Range<Int>, lineBreak: Range<Int>)

    private static func lines(afterHeaderOf range: Range<Int>, in bytes: [UInt8]) -> ArraySlice<Line> {
        var lines: [Line] = []
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start
            while end < range.upperBound, !ScalarScan.isBreak(bytes[end]) { end += 1 }
            let lineBreak =
                end < range.upperBound ? ScalarScan.breakRange(at: end, to: range.upperBound, in: bytes) : end..<end
            lines.append((start..<end, lineBreak))
            start = max(lineBreak.upperBound, end)
        }
        return lines.dropFirst()
    }

    /// The indentation that was stripped: what the first line with text has more of in the source than in the value.
    private static func indentation(of lines: ArraySlice<Line>, in bytes: [UInt8], value: String) -> Int {
        let space = UInt8(ascii: " ")
        guard let line = lines.first(where: { bytes[$0.content].contains { $0 != space } }) else {
            // Blank lines only: those longer than a written indentation (`|2`) keep the rest.
            let kept = value.utf8.split(separator: UInt8(ascii: "\n")).map(\.count).max() ?? 0
            return kept == 0 ? Int.max : max(0, (lines.map(\.content.count).max() ?? 0) - kept)
        }
        let written = bytes[line.content].prefix { $0 == space }.count
        var kept = 0
        for byte in value.utf8 {
            if byte == UInt8(ascii: "\n") {
                kept = 0
            } else if byte == space {
                kept += 1
            } else {
                break
            }
        }
        return max(0, written - kept)
    }
}
