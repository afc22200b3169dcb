/// What one look at each line's beginning tells before the text is parsed.
struct SourceScan {
    /// More containers than this within each other are refused.
    static let deepestNesting = 100

    /// The first byte that counts: after a byte order mark.
    private(set) var start = 0
    private(set) var lines: LineTable
    /// Offsets of `:::` that begin a line, container prefixes aside.
    private(set) var containerMarks: [Int] = []
    /// The labels of footnote definitions, each once.
    private(set) var footnoteLabels: [Range<Int>] = []
    private var knownLabels: Set<[UInt8]> = []
    /// The first marker too many of each line that opens more than `deepestNesting` containers.
    private(set) var deepMarks: [Int] = []
    /// Whether a line begins with `[`, so that it may define a reference or a footnote.
    private(set) var mayDefine = false

    init(_ text: UnsafeBufferPointer<UInt8>) {
        lines = LineTable(capacity: text.count / 40 + 1)
        if text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF { start = 3 }
        var offset = start
        while offset < text.count {
            var end = offset
            while end < text.count, text[end] != .newline, text[end] != .carriageReturn { end += 1 }
            lines.append(start: offset, end: end)
            look(at: offset..<end, in: text)
            offset = end + 1
            if end + 1 < text.count, text[end] == .carriageReturn, text[end + 1] == .newline { offset += 1 }
        }
        if lines.count == 0 { lines.append(start: start, end: start) }
    }

    private mutating func look(at line: Range<Int>, in text: UnsafeBufferPointer<UInt8>) {
        var offset = line.lowerBound
        var depth = 0
        while offset < line.upperBound {
            let byte = text[offset]
            if byte == .space || byte == .tab {
                offset += 1
                continue
            }
            guard let end = LinePrefix.endOfMarker(at: offset, to: line.upperBound, in: text) else { break }
            depth += 1
            if depth > Self.deepestNesting {
                if !LinePrefix.isThematicBreak(offset..<line.upperBound, in: text) { deepMarks.append(offset) }
                return
            }
            offset = end
        }
        guard offset < line.upperBound else { return }
        if text[offset] == .colon {
            if LinePrefix.isContainerMark(offset..<line.upperBound, in: text) { containerMarks.append(offset) }
        } else if text[offset] == .leftBracket {
            mayDefine = true
            if let label = LinePrefix.footnoteLabel(offset..<line.upperBound, in: text) {
                if knownLabels.insert(Array(text[label])).inserted { footnoteLabels.append(label) }
            }
        }
    }
}

/// What may stand at the beginning of a line.
enum LinePrefix {
    /// The offset after a quote or list marker that begins at `offset`.
    static func endOfMarker(at offset: Int, to end: Int, in text: UnsafeBufferPointer<UInt8>) -> Int? {
        let byte = text[offset]
        if byte == .greater { return offset + 1 }
        var next = offset + 1
        if byte.isDigit {
            while next < end, next - offset < 9, text[next].isDigit { next += 1 }
            guard next < end, text[next] == .period || text[next] == .rightParenthesis else { return nil }
            next += 1
        } else if byte != .hyphen && byte != .plus && byte != .asterisk {
            return nil
        }
        guard next < end, text[next] == .space || text[next] == .tab else { return nil }
        return next
    }

    /// The offset of the first byte of a line that is neither blank nor a container's marker.
    static func contentStart(_ line: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Int {
        var offset = line.lowerBound
        while offset < line.upperBound {
            if text[offset] == .space || text[offset] == .tab {
                offset += 1
            } else if let end = endOfMarker(at: offset, to: line.upperBound, in: text) {
                offset = end
            } else {
                break
            }
        }
        return offset
    }

    /// The offset of the first byte of a continuation line that is neither blank nor a quote's marker.
    static func continuationStart(_ line: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Int {
        var offset = line.lowerBound
        while offset < line.upperBound,
            text[offset] == .space || text[offset] == .tab || text[offset] == .greater
        { offset += 1 }
        return offset
    }

    static func isThematicBreak(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        let mark = text[range.lowerBound]
        guard mark == .hyphen || mark == .asterisk else { return false }
        return text[range].allSatisfy { $0 == mark || $0 == .space || $0 == .tab }
    }

    /// Whether a line's content is `:::`, alone or followed by a space or a name.
    static func isContainerMark(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        range.count >= 3 && text[range.lowerBound + 1] == .colon && text[range.lowerBound + 2] == .colon
    }

    /// Whether a check box stands at `start`, a blank after it.
    static func isCheckBox(at start: Int, to end: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard start + 3 < end, text[start] == .leftBracket, text[start + 2] == .rightBracket else { return false }
        let mark = text[start + 1]
        return (mark == .space || mark.lowercased == UInt8(ascii: "x")) && text[start + 3].isBlank
    }

    /// The label of a footnote definition that begins the range: `[^label]:`.
    static func footnoteLabel(_ range: Range<Int>, in text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        let start = range.lowerBound + 2
        guard start < range.upperBound, text[start - 1] == .caret else { return nil }
        var end = start
        while end < range.upperBound, text[end] != .rightBracket {
            if text[end] == .space || text[end] == .tab || text[end] == 0 { return nil }
            end += 1
        }
        guard end > start, end + 1 < range.upperBound, text[end + 1] == .colon else { return nil }
        return start..<end
    }
}
