import Diagnostics

/// A code block of a document.
public struct CodeBlock: Sendable {
    public let document: Document
    let number: Int
    private var data: CodeBlockData { document.storage.codeBlocks[number] }

    public var cursor: Cursor { Cursor(document: document, index: Int(data.node)) }
    /// The place among the document's code blocks, from 0.
    public var ordinal: Int { number }
    public var isFenced: Bool { data.isFenced }
    /// The first word after the fence, attributes aside; empty if there is none.
    public var language: String { document.string(data.language) }
    public var attributes: FenceAttributes? { data.attributes }
    /// The stable name that the author gave.
    public var id: String? { attributes?.id?.value }

    /// The code: containers' prefixes and indentation taken off, each line ended by `\n`.
    public var body: ArraySlice<UInt8> { cursor.textBytes }

    /// The opening line from its first backtick or tilde; empty for an indented block.
    public var fenceRange: Range<Int> { data.fenceRange }
    /// What follows the fence's marks.
    public var infoRange: Range<Int> { data.infoRange }
    /// The body in the text, from its first line's code to its last line's end; it may hold prefixes between lines.
    public var bodyRange: Range<Int> { data.bodyRange }
    /// The closing fence, if there is one.
    public var closingRange: Range<Int>? { data.closingRange }

    /// Leads from bytes of `body` to the author's files.
    public var map: PositionMap {
        var builder = PositionMap.Builder()
        let map = document.map
        if data.lines.isEmpty {
            builder.copy(cursor.node.text, of: map)
        }
        for line in data.lines {
            let start = line.source.lowerBound
            if line.padding > 0 { builder.replace(max(0, start - 1)..<start, of: map, with: line.padding) }
            builder.copy(line.source, of: map)
            let end = line.source.upperBound
            // The line's ending may be two bytes, or missing at the end of the text.
            builder.replace(end..<min(end + 1, map.count), of: map, with: 1)
        }
        return builder.build(fallback: document.origin(of: data.bodyRange).span)
    }
}
