import Diagnostics

extension Snippet {
    /// The bytes of `code` that a tool means by a line and a column, both from 1; columns count characters.
    ///
    /// Without a column it is the line without its indentation. A place behind the end is the end, and one before the
    /// start is the start.
    public func range(line: Int, column: Int? = nil, endLine: Int? = nil, endColumn: Int? = nil) -> Range<Int> {
        guard let start = lineStart(line) else {
            let end = max(0, code.count - 1)
            return end..<end
        }
        let end = lineEnd(start)
        guard let column else {
            let text = code[start..<end].firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
            return (text ?? start)..<end
        }
        let first = offset(ofColumn: column, from: start, to: end)
        guard let endColumn, let lastStart = lineStart(endLine ?? line) else {
            return first..<wordEnd(first, to: end)
        }
        let last = offset(ofColumn: endColumn, from: lastStart, to: lineEnd(lastStart))
        return first..<max(first, last)
    }

    private func lineStart(_ line: Int) -> Int? {
        var start = 0
        for _ in 1..<max(1, line) {
            guard let newline = code[start...].firstIndex(of: UInt8(ascii: "\n")), newline + 1 < code.count else {
                return nil
            }
            start = newline + 1
        }
        return start
    }

    private func lineEnd(_ start: Int) -> Int { code[start...].firstIndex(of: UInt8(ascii: "\n")) ?? code.count }

    private func offset(ofColumn column: Int, from start: Int, to end: Int) -> Int {
        var offset = start
        var left = max(1, column) - 1
        while left > 0, offset < end {
            offset += 1
            while offset < end, code[offset] & 0xC0 == 0x80 { offset += 1 }
            left -= 1
        }
        return offset
    }

    /// The end of the word that begins here; one character where there is none.
    private func wordEnd(_ start: Int, to end: Int) -> Int {
        let isWord = { (byte: UInt8) in
            byte >= 0x80 || byte == UInt8(ascii: "_")
                || (byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z"))
                || (byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"))
        }
        let word = code[start..<end].firstIndex { !isWord($0) } ?? end
        return word > start ? word : min(start + 1, end)
    }
}
