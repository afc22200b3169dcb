import Glibc

/// Where the reading of a leaf block's inlines stands: the content that cmark-gfm parsed, and how far it is read.
struct InlineReader {
    var content = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
    var lines = BlockLines()
    /// The next byte of the content.
    var position = 0
    /// Whether the content was found in the text.
    var isPlaced = false
    /// For each open inline the length of the mark that ends it, or the form of the link.
    var marks: [Mark] = []

    enum Mark {
        /// Emphasis of this many characters.
        case delimiter(Int)
        /// `[text]` and what follows it; the text begins at this byte.
        case bracket(Int)
        /// `<https://example.com>`, which ends before this byte.
        case angle(Int)
        /// `https://example.com`.
        case bare
    }

    func byte(_ offset: Int) -> UInt8 { offset < content.count ? content[offset] : 0 }
}

extension TreeBuilder {
    /// Begins to read the inlines of a leaf block.
    mutating func read(_ content: UnsafeBufferPointer<UInt8>, isPlaced: Bool) {
        reader.content = content
        reader.position = 0
        reader.isPlaced = isPlaced
        reader.marks.removeAll(keepingCapacity: true)
        if !isPlaced { unplaced += 1 }
    }

    mutating func enterInline(_ parsed: ParsedNode) {
        let start = reader.position
        var flags = parsed.flags
        switch parsed.kind {
        case .text:
            enterText(parsed.literal)
            return
        case .softBreak, .lineBreak: skipBreak()
        case .code: skipCode()
        case .htmlInline: skipVerbatim(parsed.literal)
        case .emphasis: openDelimiter(1, .asterisk, .underscore)
        case .strong: openDelimiter(2, .asterisk, .underscore)
        case .strikethrough:
            openDelimiter(reader.byte(start) == .tilde && reader.byte(start + 1) == .tilde ? 2 : 1, .tilde, .tilde)
        case .link: openLink()
        case .image:
            if reader.byte(start) != .exclamation { lose() }
            reader.position += 2
            reader.marks.append(.bracket(reader.position))
        case .footnoteReference:
            while reader.position < reader.content.count, reader.byte(reader.position) != .rightBracket {
                reader.position += 1
            }
            reader.position += 1
        default: flags = []
        }
        reader.position = min(reader.position, reader.content.count)
        push(parsed.kind, sourceRange(start..<reader.position), flags: flags)
        switch parsed.kind {
        case .code: setCodeText(parsed.literal)
        case .htmlInline: setText(verbatimText(parsed.literal, at: start))
        case .link, .image: addLink(parsed)
        case .footnoteReference: addFootnoteReference(start: start, number: parsed.number)
        default: break
        }
    }

    mutating func exitInline(_ kind: Node.Kind) {
        switch kind {
        case .emphasis, .strong, .strikethrough:
            if case .delimiter(let count)? = reader.marks.popLast() { reader.position += count }
        case .link, .image:
            switch reader.marks.popLast() {
            case .bracket(let start)?: closeBracket(textStart: start)
            case .angle(let end)?: reader.position = end
            default: closeBareLink()
            }
        default: return
        }
        reader.position = min(reader.position, reader.content.count)
        nodes[current].upper = Int32(upperBound(reader.position))
    }

    /// The bytes of the text that content covers; the block's own range where it is not found in the text.
    mutating func sourceRange(_ range: Range<Int>) -> Range<Int> {
        guard reader.isPlaced else { return nodes[current].range }
        return reader.lines.source(of: range)
    }

    private mutating func upperBound(_ end: Int) -> Int {
        guard reader.isPlaced, end > 0 else { return Int(nodes[current].upper) }
        return reader.lines.source(of: end - 1) + 1
    }

    /// The content does not continue as the tree says.
    mutating func lose() {
        guard reader.isPlaced else { return }
        reader.isPlaced = false
        unplaced += 1
    }

    // MARK: - Text

    private mutating func enterText(_ literal: UnsafeBufferPointer<UInt8>) {
        var start = reader.position
        let content = reader.content
        if case .angle(let end)? = reader.marks.last {
            reader.position = end - 1
            push(.text, sourceRange(start..<reader.position))
            setText(verbatimText(literal, at: start))
            return
        }
        guard reader.isPlaced else {
            push(.text, nodes[current].range)
            setText(keep(literal))
            return
        }
        let isBare = if case .bare? = reader.marks.last { true } else { false }
        var isVerbatim = matches(literal, at: start)
        if isVerbatim, !isBare {
            // Only what cmark-gfm can't have decoded is surely there as it is.
            isVerbatim = !literal.contains { $0 == .backslash || $0 == .ampersand }
        }
        if isVerbatim {
            reader.position = start + literal.count
        } else if let end = endOfDecoded(literal, from: start) {
            reader.position = end
        } else if let found = find(literal, from: start) {
            start = found
            reader.position = found + literal.count
        } else {
            lose()
        }
        push(.text, sourceRange(start..<min(reader.position, content.count)))
        setText(isVerbatim ? verbatimText(literal, at: start) : keep(literal))
    }

    func matches(_ literal: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
        guard offset + literal.count <= reader.content.count else { return false }
        guard let bytes = literal.baseAddress, let content = reader.content.baseAddress else { return literal.isEmpty }
        return memcmp(bytes, content + offset, literal.count) == 0
    }

    /// Where the content that reads as `literal` ends, escapes and entities decoded; `nil` if it reads otherwise.
    private func endOfDecoded(_ literal: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        let content = reader.content
        var offset = start
        var index = 0
        while index < literal.count {
            guard offset < content.count else { return nil }
            let byte = content[offset]
            if byte == .backslash, offset + 1 < content.count, content[offset + 1].isPunctuation,
                content[offset + 1] == literal[index]
            {
                offset += 2
                index += 1
            } else if byte == .ampersand, let (expansion, end) = entity(at: offset),
                literal[index...].starts(with: expansion)
            {
                offset = end
                index += expansion.count
            } else if byte == literal[index] {
                // An undefined footnote's brackets come back as they stood, escapes and all.
                if byte == .leftBracket, content[offset...].starts(with: [.leftBracket, .caret]),
                    let end = content[offset...].prefix(1000).firstIndex(of: .rightBracket),
                    literal[index...].starts(with: content[offset...end])
                {
                    index += end + 1 - offset
                    offset = end + 1
                    continue
                }
                offset += 1
                index += 1
            } else {
                return nil
            }
        }
        return offset
    }

    private func entity(at offset: Int) -> (expansion: [UInt8], end: Int)? {
        let content = reader.content
        var end = offset + 1
        while end < content.count, end - offset < 34,
            content[end].isLetter || content[end].isDigit || content[end] == .hash
        {
            end += 1
        }
        guard end < content.count, content[end] == .semicolon, end > offset + 1 else { return nil }
        return Entities.decode(content[offset...end]).map { ($0, end + 1) }
    }

    private func find(_ literal: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        guard !literal.isEmpty, literal.count <= reader.content.count else { return nil }
        return (start...max(start, reader.content.count - literal.count)).first { matches(literal, at: $0) }
    }

    // MARK: - What text is parted by

    private mutating func skipBreak() {
        let content = reader.content
        var offset = reader.position
        while offset < content.count, content[offset] != .newline, content[offset].isSpaceCharacter { offset += 1 }
        let isEscaped = offset < content.count && content[offset] == .backslash
        if isEscaped { offset += 1 }
        if offset < content.count, content[offset] == .newline {
            offset += 1
        } else {
            lose()
        }
        // After a backslash what a lazy line begins with counts as text.
        while !isEscaped, offset < content.count, content[offset] == .space || content[offset] == .tab { offset += 1 }
        reader.position = offset
    }

    private mutating func skipCode() {
        let content = reader.content
        var offset = reader.position
        while offset < content.count, content[offset] == .backtick { offset += 1 }
        let count = offset - reader.position
        if count == 0 { lose() }
        while offset < content.count {
            while offset < content.count, content[offset] != .backtick { offset += 1 }
            let run = offset
            while offset < content.count, content[offset] == .backtick { offset += 1 }
            if offset - run == count { break }
        }
        reader.position = offset
    }

    private mutating func skipVerbatim(_ literal: UnsafeBufferPointer<UInt8>) {
        if !matches(literal, at: reader.position) { lose() }
        reader.position += literal.count
    }

    private mutating func openDelimiter(_ count: Int, _ mark: UInt8, _ other: UInt8) {
        let byte = reader.byte(reader.position)
        if byte != mark && byte != other { lose() }
        reader.position += count
        reader.marks.append(.delimiter(count))
    }

    /// The literal as a part of the text if it stands there in one piece, else a copy.
    private mutating func verbatimText(_ literal: UnsafeBufferPointer<UInt8>, at offset: Int) -> Range<Int> {
        guard reader.isPlaced, !literal.isEmpty, matches(literal, at: offset) else { return keep(literal) }
        let source = reader.lines.source(of: offset..<(offset + literal.count))
        return source.count == literal.count ? source : keep(literal)
    }

    private mutating func setCodeText(_ literal: UnsafeBufferPointer<UInt8>) {
        var start = Int(nodes[current].lower)
        let end = Int(nodes[current].upper)
        if reader.isPlaced {
            while start < end, text[start] == .backtick { start += 1 }
            for shift in 0...1 where start + shift + literal.count <= end {
                let range = (start + shift)..<(start + shift + literal.count)
                if text[range].elementsEqual(literal) {
                    setText(range)
                    return
                }
            }
        }
        setText(keep(literal))
    }
}
