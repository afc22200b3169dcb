/// The author's line with carets under the place that is meant.
///
/// Tabs are shown as spaces up to the next multiple of four, control characters as their pictures, invalid bytes as
/// U+FFFD; the carets are counted in columns of the terminal, so that they stand under wide characters as well.
public struct CodeFrame: Sendable {
    /// A line longer than this many columns is cut around the place that is meant.
    static let maximumWidth = 120
    private static let tabWidth = 4

    /// The number of the line, from 1.
    public let lineNumber: Int
    /// The line as it is shown.
    public let line: String
    /// What stands under it: spaces and carets.
    public let carets: String
    /// How many further lines the span covers.
    public let furtherLines: Int

    public init(_ span: Span) {
        let file = span.file
        let index = file.lineIndex(at: span.range.lowerBound)
        let lineRange = file.lineRange(index)
        let lower = min(span.range.lowerBound, lineRange.upperBound)
        let upper = min(max(span.range.upperBound, lower), lineRange.upperBound)

        let before = Self.shown(file.bytes[lineRange.lowerBound..<lower], from: 0)
        let marked = Self.shown(file.bytes[lower..<upper], from: before.width)
        let after = Self.shown(file.bytes[upper..<lineRange.upperBound], from: before.width + marked.width)
        let window = Self.window(before: before.text, marked: marked.text, after: after.text)

        lineNumber = index + 1
        line = window.line
        carets = String(repeating: " ", count: window.indent) + String(repeating: "^", count: max(1, window.carets))
        let lastByte = max(span.range.lowerBound, span.range.upperBound - 1)
        furtherLines = file.lineIndex(at: lastByte) - index
    }

    private static func shown(_ bytes: ArraySlice<UInt8>, from column: Int) -> (text: String, width: Int) {
        var text = ""
        var width = 0
        for character in String(decoding: bytes, as: UTF8.self) {
            if character == "\t" {
                let step = tabWidth - (column + width) % tabWidth
                text += String(repeating: " ", count: step)
                width += step
                continue
            }
            let visible = picture(of: character)
            text.append(visible)
            width += DisplayWidth.of(visible)
        }
        return (text, width)
    }

    private static func picture(of character: Character) -> Character {
        guard let ascii = character.asciiValue, ascii < 0x20 || ascii == 0x7F,
            let scalar = Unicode.Scalar(ascii == 0x7F ? 0x2421 : 0x2400 + UInt32(ascii))
        else { return character }
        return Character(scalar)
    }

    private static func window(
        before: String, marked: String, after: String
    ) -> (line: String, indent: Int, carets: Int) {
        let widths = (DisplayWidth.of(before), DisplayWidth.of(marked), DisplayWidth.of(after))
        guard widths.0 + widths.1 + widths.2 > maximumWidth else {
            return (before + marked + after, widths.0, widths.1)
        }
        let markedPart = prefix(of: marked, width: maximumWidth - 20)
        let rest = maximumWidth - DisplayWidth.of(markedPart)
        let left = suffix(of: before, width: max(rest * 2 / 3, rest - widths.2))
        let isMarkedCut = markedPart.count < marked.count
        let right = isMarkedCut ? "" : prefix(of: after, width: rest - DisplayWidth.of(left))
        let opening = left.count < before.count ? "…" : ""
        let closing = isMarkedCut || right.count < after.count ? "…" : ""
        return (
            opening + left + markedPart + right + closing, opening.count + DisplayWidth.of(left),
            DisplayWidth.of(markedPart)
        )
    }

    private static func prefix(of text: String, width: Int) -> Substring {
        var left = width
        return text.prefix { character in
            left -= DisplayWidth.of(character)
            return left >= 0
        }
    }

    private static func suffix(of text: String, width: Int) -> Substring {
        var left = width
        var start = text.endIndex
        while start > text.startIndex {
            let previous = text.index(before: start)
            left -= DisplayWidth.of(text[previous])
            if left < 0 { break }
            start = previous
        }
        return text[start...]
    }
}
