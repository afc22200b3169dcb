/// Reads the parts of links by cmark-gfm's rules, in a text of its own: a paragraph's content.
struct LinkScanner {
    let content: UnsafeBufferPointer<UInt8>

    /// A destination: the bytes that name it and the offset after it, angle brackets included.
    func destination(at start: Int) -> (range: Range<Int>, end: Int)? {
        guard start < content.count else { return nil }
        return content[start] == .less ? bracketedDestination(at: start) : bareDestination(at: start)
    }

    private func bracketedDestination(at start: Int) -> (range: Range<Int>, end: Int)? {
        var offset = start + 1
        while offset < content.count {
            switch content[offset] {
            case .greater: return offset + 1 < content.count ? (start + 1..<offset, offset + 1) : nil
            case .backslash: offset += 2
            case .newline, .less: return nil
            default: offset += 1
            }
        }
        return nil
    }

    private func bareDestination(at start: Int) -> (range: Range<Int>, end: Int)? {
        var offset = start
        var depth = 0
        loop: while offset < content.count {
            switch content[offset] {
            case .backslash where offset + 1 < content.count && content[offset + 1].isPunctuation: offset += 2
            case .leftParenthesis:
                depth += 1
                if depth > 32 { return nil }
                offset += 1
            case .rightParenthesis:
                if depth == 0 { break loop }
                depth -= 1
                offset += 1
            case let byte where byte.isSpace:
                if offset == start { return nil }
                break loop
            default: offset += 1
            }
        }
        return offset < content.count ? (start..<offset, offset) : nil
    }

    /// The offset after a title, quotes included. A closing quote after a backslash may close or not; the longest
    /// reading holds.
    func endOfTitle(at start: Int) -> Int? {
        guard start < content.count else { return nil }
        let close: UInt8
        switch content[start] {
        case .quote, .apostrophe: close = content[start]
        case .leftParenthesis: close = .rightParenthesis
        default: return nil
        }
        var end: Int?
        var offset = start + 1
        while offset < content.count {
            let isEscaped = content[offset - 1] == .backslash && offset - 1 > start
            if content[offset] == close {
                end = offset + 1
                if !isEscaped { break }
            } else if close == .rightParenthesis, content[offset] == .leftParenthesis, !isEscaped {
                break
            }
            offset += 1
        }
        return end
    }

    /// A label with its brackets, unescaped brackets not allowed inside: the label and the offset after it.
    func label(at start: Int) -> (range: Range<Int>, end: Int)? {
        guard start < content.count, content[start] == .leftBracket else { return nil }
        var offset = start + 1
        while offset < content.count, content[offset] != .leftBracket, content[offset] != .rightBracket {
            offset +=
                content[offset] == .backslash && offset + 1 < content.count && content[offset + 1].isPunctuation ? 2 : 1
            if offset - start > 1001 { return nil }
        }
        guard offset < content.count, content[offset] == .rightBracket else { return nil }
        return (content.trimmed(start + 1..<offset), offset + 1)
    }

    func skipSpaceCharacters(from start: Int) -> Int {
        var offset = start
        while offset < content.count, content[offset].isSpaceCharacter { offset += 1 }
        return offset
    }

    /// What follows the text of an inline link: `(destination "title")`.
    struct Target {
        var destination: Range<Int>
        /// With its quotes.
        var title: Range<Int>?
        var end: Int
    }

    func inlineTarget(at start: Int) -> Target? {
        guard start < content.count, content[start] == .leftParenthesis,
            let destination = destination(at: skipSpaceCharacters(from: start + 1))
        else { return nil }
        let titleStart = skipSpaceCharacters(from: destination.end)
        let titleEnd = titleStart == destination.end ? titleStart : endOfTitle(at: titleStart) ?? titleStart
        let end = skipSpaceCharacters(from: titleEnd)
        guard end < content.count, content[end] == .rightParenthesis else { return nil }
        let title = titleEnd > titleStart ? titleStart..<titleEnd : nil
        return Target(destination: destination.range, title: title, end: end + 1)
    }

    /// A reference definition: `[label]: destination "title"` to the end of its line.
    struct Definition {
        var label: Range<Int>
        var destination: Range<Int>
        var title: Range<Int>?
        var end: Int
    }

    func definition(at start: Int) -> Definition? {
        guard let label = label(at: start), !label.range.isEmpty, label.end < content.count,
            content[label.end] == .colon, let destination = destination(at: skipLineBreak(from: label.end + 1))
        else { return nil }
        let titleStart = skipLineBreak(from: destination.end)
        if titleStart > destination.end, let titleEnd = endOfTitle(at: titleStart), let end = endOfLine(from: titleEnd)
        {
            return Definition(
                label: label.range, destination: destination.range, title: titleStart..<titleEnd, end: end)
        }
        guard let end = endOfLine(from: destination.end) else { return nil }
        return Definition(label: label.range, destination: destination.range, end: end)
    }

    private func skipBlanks(from start: Int) -> Int {
        var offset = start
        while offset < content.count, content[offset] == .space || content[offset] == .tab { offset += 1 }
        return offset
    }

    private func skipLineBreak(from start: Int) -> Int {
        let offset = skipBlanks(from: start)
        guard offset < content.count, content[offset] == .newline else { return offset }
        return skipBlanks(from: offset + 1)
    }

    private func endOfLine(from start: Int) -> Int? {
        let offset = skipBlanks(from: start)
        if offset >= content.count { return offset }
        return content[offset] == .newline ? offset + 1 : nil
    }
}
