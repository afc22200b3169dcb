/// Finds the include directives of a text: outside code only.
enum IncludeScan {
    struct Found {
        /// The line that the directive has to itself.
        var line: BlockLine
        var directive: Result<IncludeDirective, IncludeDirective.Malformed>
    }

    static func directives(in bytes: [UInt8]) -> [Found] {
        guard bytes[...].contains(IncludeDirective.opening) else { return [] }
        var found: [Found] = []
        let lines = BlockScan.lines(of: bytes)
        var index = 0
        while index < lines.count {
            var end = index + 1
            while end < lines.count, lines[end].kind == lines[index].kind, lines[end].block == lines[index].block {
                end += 1
            }
            if lines[index].kind == .text || lines[index].kind == .heading {
                found += directives(in: bytes, block: lines[index..<end])
            }
            index = end
        }
        return found
    }

    private static func directives(in bytes: [UInt8], block: ArraySlice<BlockLine>) -> [Found] {
        guard let first = block.first, let last = block.last,
            bytes[first.content..<last.range.upperBound].contains(IncludeDirective.opening)
        else { return [] }
        let code = InlineCode.spans(in: bytes, first.content..<last.range.upperBound)
        return block.compactMap { line in
            guard let start = start(of: line, in: bytes, outside: code) else { return nil }
            let rest = start..<line.range.upperBound
            guard start == line.content, line.kind == .text else {
                let end = bytes[rest].offset(of: "}}").map { $0 + 2 } ?? rest.upperBound
                let malformed = IncludeDirective.Malformed(fault: .notAlone, range: start..<end)
                return Found(line: line, directive: .failure(malformed))
            }
            return Found(
                line: line,
                directive: Result { () throws(IncludeDirective.Malformed) in try IncludeDirective(in: bytes, line: rest)
                })
        }
    }

    /// Where the first directive of a line begins that is neither code nor escaped.
    private static func start(of line: BlockLine, in bytes: [UInt8], outside code: [Range<Int>]) -> Int? {
        var index = line.content
        while let found = bytes[index..<line.range.upperBound].offset(of: IncludeDirective.opening) {
            let isCode = code.contains { $0.contains(found) }
            let isEscaped = InlineCode.isEscaped(found, in: bytes, from: line.content)
            if !isCode, !isEscaped, IncludeDirective.begins(at: found, in: bytes, to: line.range.upperBound) {
                return found
            }
            index = found + 1
        }
        return nil
    }
}
