/// What the lexer refused, by which the parser knows whether an error of its own only follows from it.
struct LexicalErrors {
    /// In the order of their places.
    let all: [SyntaxError]
    /// Where a string or a comment begins that has no end: what should stand behind it is in it.
    private let cut: Int?

    var isCut: Bool { cut != nil }

    init(_ errors: [SyntaxError], in query: [UInt8]) {
        all = errors
        guard let last = errors.last?.range, last.lowerBound < query.count else {
            cut = nil
            return
        }
        let isString = last.count == 1 && [UInt8(ascii: "\""), UInt8(ascii: "`")].contains(query[last.lowerBound])
        let isComment = last.count == 2 && query[last].elementsEqual("/*".utf8)
        cut = isString || isComment ? last.lowerBound : nil
    }

    /// Whether an error at this place follows from one of these.
    func explain(_ range: Range<Int>) -> Bool {
        if let cut {
            // The end comes too early, or the string's first quote is missing.
            if range.lowerBound > cut || range.upperBound == cut { return true }
        }
        guard !all.isEmpty else { return false }
        var low = 0
        var high = all.count
        while low < high {
            let middle = (low + high) / 2
            if all[middle].range.upperBound <= range.lowerBound { low = middle + 1 } else { high = middle }
        }
        return low < all.count && all[low].range.lowerBound < range.upperBound
    }
}
