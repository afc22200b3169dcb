/// A comment of a query: `# …`, `// …` or `/* … */`.
struct QueryComment: Equatable {
    /// With its marks, without the line's end.
    let range: Range<Int>
    /// Where its text begins.
    let textStart: Int

    /// All comments, in the order of their places.
    static func all(in query: [UInt8], _ options: QueryOptions = []) -> [QueryComment] {
        all(in: query, between: Lexer.tokens(of: query, options).tokens)
    }

    /// The same where the tokens are known: between them there are only blanks and comments.
    static func all(in query: [UInt8], between tokens: [Token]) -> [QueryComment] {
        guard query.contains(UInt8(ascii: "#")) || query.contains(UInt8(ascii: "/")) else { return [] }
        var comments: [QueryComment] = []
        var start = 0
        for token in tokens {
            let end = token.kind == .end ? query.count : token.range.lowerBound
            if start < end { read(start..<end, of: query, into: &comments) }
            start = max(start, token.range.upperBound)
        }
        return comments
    }

    private static func read(_ gap: Range<Int>, of query: [UInt8], into comments: inout [QueryComment]) {
        var index = gap.lowerBound
        while index < gap.upperBound {
            let start = index
            let isHash = query[index] == UInt8(ascii: "#")
            let next = index + 1 < gap.upperBound ? query[index + 1] : 0
            if isHash || (query[index] == UInt8(ascii: "/") && next == UInt8(ascii: "/")) {
                while index < gap.upperBound, query[index] != 0x0A { index += 1 }
                let end = index > start && query[index - 1] == 0x0D ? index - 1 : index
                comments.append(QueryComment(range: start..<end, textStart: min(start + (isHash ? 1 : 2), end)))
            } else if query[index] == UInt8(ascii: "/"), next == UInt8(ascii: "*") {
                index += 2
                while index < gap.upperBound,
                    !(query[index] == UInt8(ascii: "/") && query[index - 1] == UInt8(ascii: "*") && index > start + 2)
                {
                    index += 1
                }
                index = min(index + 1, gap.upperBound)
                comments.append(QueryComment(range: start..<index, textStart: min(start + 2, index)))
            } else {
                index += 1
            }
        }
    }
}
