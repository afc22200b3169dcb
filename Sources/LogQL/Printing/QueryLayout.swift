import Diagnostics

extension QueryText {
    /// What becomes of a query that is laid out anew.
    public enum Layout: Sendable, Equatable {
        /// Loki refuses it.
        case refused
        /// It has a comment, here the first, which a new layout would lose.
        case commented(Range<Int>)
        /// The new text, in the place of a range of the query: all but blanks round it.
        case text(String, Range<Int>)
    }

    /// The query as Loki's formatter lays it out.
    public func layout(_ options: QueryOptions = []) -> Layout {
        guard let expression = Query(bytes, options: options).expression else { return .refused }
        if let comment = QueryComment.all(in: bytes, options).first { return .commented(comment.range) }
        let text = expression.pretty
        guard Query(text, options: options).expression?.canonical == expression.canonical else {
            // Loki's formatter leaves out parentheses, and so makes another query of some: these stay as they are.
            return .text(String(decoding: bytes[extent], as: UTF8.self), extent)
        }
        return .text(text, extent)
    }

    /// Whether there is nothing but blanks and comments.
    public var isEmpty: Bool {
        let (tokens, errors) = Lexer.tokens(of: bytes)
        return tokens.count <= 1 && errors.isEmpty
    }

    public func origin(of range: Range<Int>) -> PositionMap.Origin { map.origin(of: range) }
}

extension QueryText {
    /// The query without the blanks round it.
    private var extent: Range<Int> {
        let isBlank = { (byte: UInt8) in byte == 0x20 || (9...13).contains(byte) }
        let start = bytes.firstIndex { !isBlank($0) } ?? 0
        let end = bytes.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? bytes.count
        return start..<max(start, end)
    }
}
