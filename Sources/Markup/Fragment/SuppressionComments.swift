import Diagnostics

/// Suppressions in Markdown: `<!-- galley-allow links/anchor-missing: the page makes it at run time -->`.
///
/// The comment stands on a line of its own and holds for the block that follows: a heading's line, a whole fence, else all
/// lines up to the next blank one. It is not published.
extension Suppression {
    /// Finds the comments, and takes their lines out of the text.
    static func takeOut(
        of text: MappedText, into report: inout [Diagnostic]
    ) -> (text: MappedText, suppressions: [Suppression]) {
        guard text.bytes[...].contains("galley-allow") else { return (text, []) }
        let lines = BlockScan.lines(of: text.bytes)
        var suppressions: [Suppression] = []
        var builder = TextBuilder()
        var start = 0
        for (index, line) in lines.enumerated() where isComment(line, in: text.bytes) {
            if let suppression = read(line, covering: covered(after: index, lines, text.bytes), of: text, into: &report)
            {
                suppressions.append(suppression)
            }
            builder.copy(start..<line.range.lowerBound, of: text)
            start = min(line.range.upperBound + 1, text.bytes.count)
        }
        builder.copy(start..<text.bytes.count, of: text)
        return (builder.build(fallback: text.map.origin(at: 0).span), suppressions)
    }

    private static func isComment(_ line: BlockLine, in bytes: [UInt8]) -> Bool {
        guard line.kind == .html else { return false }
        let content = bytes[line.content..<line.range.upperBound]
        return content.offset(of: "<!--") == line.content
            && content.dropFirst(4).drop(while: \.isBlank).offset(of: "galley-allow")
                == line.content + 4 + content.dropFirst(4).prefix(while: \.isBlank).count
    }

    private static func covered(after index: Int, _ lines: [BlockLine], _ bytes: [UInt8]) -> Range<Int> {
        let end = lines[index].range.upperBound
        guard let first = lines[(index + 1)...].firstIndex(where: { $0.kind != .blank && !isComment($0, in: bytes) })
        else { return end..<end }
        var last = first
        if lines[first].kind != .heading {
            let isCode = lines[first].kind == .code
            while last + 1 < lines.count {
                let next = lines[last + 1]
                guard isCode ? next.kind == .code && next.block == lines[first].block : next.kind != .blank else {
                    break
                }
                last += 1
            }
        }
        return lines[first].range.lowerBound..<lines[last].range.upperBound
    }

    private static func read(
        _ line: BlockLine, covering covered: Range<Int>, of text: MappedText, into report: inout [Diagnostic]
    ) -> Suppression? {
        let bytes = text.bytes
        let origin = text.map.origin(of: line.content..<line.range.upperBound)
        guard let close = bytes[line.content..<line.range.upperBound].offset(of: "-->"),
            bytes[(close + 3)..<line.range.upperBound].allSatisfy(\.isBlank),
            let name = bytes[line.content..<close].offset(of: "galley-allow").map({ $0 + 12 })
        else {
            report.append(SuppressionMalformed.notAlone(at: origin))
            return nil
        }
        return Suppression(
            name..<close, of: bytes, map: text.map, comment: line.content..<line.range.upperBound, covering: covered,
            kind: .markup, into: &report)
    }
}
