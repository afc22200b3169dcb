extension Cursor {
    /// The text without marks: for titles, descriptions and search. Breaks are blanks, images their description.
    public var plainText: String {
        var bytes: [UInt8] = []
        PlainText.write(self, into: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}

/// Writes nodes as plain text in UTF-8.
public enum PlainText {
    /// Appends the text of a node's inlines; blocks are parted by a blank.
    public static func write(_ cursor: Cursor, into output: inout [UInt8]) {
        let start = output.count
        cursor.walk { cursor, isEntering in
            guard isEntering else { return }
            switch cursor.kind {
            case .text, .code: output += cursor.textBytes
            case .softBreak, .lineBreak: output.append(.space)
            case .codeBlock: output += cursor.textBytes
            case let kind where !kind.isInline:
                if output.count > start, let last = output.last, !last.isSpace { output.append(.space) }
            default: break
            }
        }
    }
}
