/// A line of Markdown, as far as includes and suppressions must know it.
struct BlockLine: Sendable {
    enum Kind: Sendable {
        case blank
        /// Fenced or indented code, with the fences and the blank lines between them.
        case code
        /// An HTML block whose content is no Markdown: a comment, `<pre>`, `<script>`, `<style>`, `<textarea>`.
        case html
        case heading
        /// Everything else: paragraphs, tables, other HTML.
        case text
    }

    var kind: Kind
    /// The line without its `\n`.
    var range: Range<Int>
    /// Where the line's own content begins, after marks of quotes and lists and after indentation.
    var content: Int
    /// Lines of one block have one number.
    var block: Int
}

/// Finds out which lines are code, by the block structure of CommonMark 0.31 (section 4 and 5).
///
/// Includes are expanded before the Markdown parser sees the text, because what is included may open and close blocks;
/// so the few things that decide what is code are followed here: quotes, list items, fences, indented code, HTML blocks
/// of the kinds 1 and 2, paragraphs with their lazy continuation.
struct BlockScan {
    private enum Container {
        case quote
        /// A list item; its content is indented by so many columns.
        case item(Int)
    }

    private enum Leaf {
        case fence(UInt8, Int)
        case html(isComment: Bool)
    }

    private let bytes: [UInt8]
    private var containers: [Container] = []
    private var leaf: Leaf?
    private var isInParagraph = false
    /// Whether the line before began a list item and had nothing else.
    private var isAfterEmptyItem = false
    private var block = 0

    static func lines(of bytes: [UInt8]) -> [BlockLine] {
        var scan = BlockScan(bytes)
        var lines: [BlockLine] = []
        var start = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            lines.append(scan.line(start..<end))
            start = end + 1
        }
        return lines
    }

    private init(_ bytes: [UInt8]) { self.bytes = bytes }

    private mutating func line(_ range: Range<Int>) -> BlockLine {
        var cursor = BlockCursor(bytes: bytes, line: range)
        let depth = matchContainers(&cursor)
        isAfterEmptyItem = false
        let areAllMatched = depth == containers.count
        if let leaf {
            if areAllMatched { return continued(leaf, &cursor) }
            self.leaf = nil
        }
        if cursor.isAtBlank {
            isInParagraph = false
            // A blank line ends a quote, not a list.
            if !areAllMatched { containers.removeSubrange(depth...) }
            return BlockLine(kind: .blank, range: range, content: cursor.next, block: block)
        }
        return opened(&cursor, depth: depth)
    }

    private func matchContainers(_ cursor: inout BlockCursor) -> Int {
        for (depth, container) in containers.enumerated() {
            switch container {
            case .quote:
                guard cursor.indent < 4, cursor.takeQuoteMark() else { return depth }
            case .item(let width):
                if cursor.isAtBlank {
                    // An item can begin with one blank line at most (5.2).
                    if isAfterEmptyItem, depth == containers.count - 1 { return depth }
                    continue
                }
                guard cursor.indent >= width else { return depth }
                cursor.skip(columns: width)
            }
        }
        return containers.count
    }

    private mutating func continued(_ leaf: Leaf, _ cursor: inout BlockCursor) -> BlockLine {
        let line = cursor.rest
        switch leaf {
        case .fence(let mark, let length):
            let run = bytes[cursor.next..<cursor.end].prefix { $0 == mark }.count
            let isClosing =
                cursor.indent < 4 && run >= length && bytes[cursor.next + run..<cursor.end].allSatisfy(\.isBlank)
            if isClosing { self.leaf = nil }
            return BlockLine(kind: .code, range: cursor.line, content: cursor.next, block: block)
        case .html(let isComment):
            if Self.endsHTML(bytes[line], isComment: isComment) { self.leaf = nil }
            return BlockLine(kind: .html, range: cursor.line, content: cursor.next, block: block)
        }
    }

    private mutating func opened(_ cursor: inout BlockCursor, depth: Int) -> BlockLine {
        var areAllMatched = depth == containers.count
        var isNew = false
        // A paragraph goes on without the marks of its containers; so they are closed only when something else begins.
        func close(_ scan: inout BlockScan) {
            if !isNew, !areAllMatched { scan.containers.removeSubrange(depth...) }
            (isNew, areAllMatched) = (true, true)
            scan.isInParagraph = false
        }
        while cursor.indent < 4, !cursor.isAtBlank {
            if cursor.takeQuoteMark() {
                close(&self)
                containers.append(.quote)
            } else if isInParagraph, !isNew, areAllMatched, cursor.isSetextUnderline {
                isInParagraph = false
                return finished(.text, cursor)
            } else if cursor.isThematicBreak {
                break
            } else if let width = cursor.takeListMark(interrupting: isInParagraph && !isNew && areAllMatched) {
                close(&self)
                containers.append(.item(width))
            } else {
                break
            }
        }
        if cursor.isAtBlank {
            if case .item = containers.last { isAfterEmptyItem = true }
            return finished(.text, cursor, startsBlock: true)
        }
        if cursor.indent >= 4 {
            if isInParagraph, !isNew { return finished(.text, cursor) }
            close(&self)
            return finished(.code, cursor, startsBlock: true)
        }
        if let (mark, length) = cursor.fence {
            close(&self)
            leaf = .fence(mark, length)
            return finished(.code, cursor, startsBlock: true)
        }
        if let isComment = cursor.htmlOpening {
            close(&self)
            let opening = cursor.next + (isComment ? 4 : 1)
            if !Self.endsHTML(bytes[min(opening, cursor.end)..<cursor.end], isComment: isComment) {
                leaf = .html(isComment: isComment)
            }
            return finished(.html, cursor, startsBlock: true)
        }
        if cursor.isHeading || cursor.isThematicBreak {
            let kind: BlockLine.Kind = cursor.isHeading ? .heading : .text
            close(&self)
            return finished(kind, cursor, startsBlock: true)
        }
        let continues = isInParagraph && !isNew
        if !continues { close(&self) }
        isInParagraph = true
        return finished(.text, cursor, startsBlock: !continues)
    }

    private mutating func finished(
        _ kind: BlockLine.Kind, _ cursor: BlockCursor, startsBlock: Bool = false
    ) -> BlockLine {
        if startsBlock { block += 1 }
        return BlockLine(kind: kind, range: cursor.line, content: cursor.next, block: block)
    }

    private static func endsHTML(_ line: ArraySlice<UInt8>, isComment: Bool) -> Bool {
        if isComment { return line.contains("-->") }
        let text = String(decoding: line, as: UTF8.self).lowercased()
        return ["</pre>", "</script>", "</style>", "</textarea>"].contains { text.contains($0) }
    }
}

extension ArraySlice<UInt8> {
    /// Whether the bytes hold a text.
    func contains(_ text: StaticString) -> Bool { offset(of: text) != nil }

    /// Where a text first begins in the bytes.
    func offset(of text: StaticString) -> Int? {
        let wanted = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        guard let first = wanted.first else { return startIndex }
        var index = startIndex
        while let found = self[index...].firstIndex(of: first) {
            if self[found...].starts(with: wanted) { return found }
            index = found + 1
        }
        return nil
    }
}
