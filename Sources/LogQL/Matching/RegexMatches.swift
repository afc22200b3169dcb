/// What an expression of RE2 matches in a text, one match behind the other, as Go's `FindAllSubmatchIndex` does.
public struct RegexMatches: Sendable {
    /// For each match the bytes of the whole and then of each group; nil for a group that takes no part.
    public let all: [[Range<Int>?]]

    /// Nil where the expression can't be used.
    public init?(of pattern: String, in text: [UInt8]) {
        guard let regex = Regex(pattern), regex.problem == nil else { return nil }
        var matches: [[Range<Int>?]] = []
        var places: [Int] = []
        text.withUnsafeBufferPointer { bytes in
            var start = 0
            var last = -1
            while start <= bytes.count, regex.find(bytes, from: start, places: &places) {
                let (lower, upper) = (places[0], places[1])
                // Nothing, right behind a match, is none.
                if upper > lower || lower != last {
                    matches.append(
                        stride(from: 0, to: places.count, by: 2).map {
                            places[$0] < 0 ? nil : places[$0]..<places[$0 + 1]
                        })
                }
                last = upper
                start = upper > lower ? upper : upper + Self.length(of: bytes, at: upper)
            }
        }
        all = matches
    }

    /// Of a character of UTF-8, in bytes.
    private static func length(of text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Int {
        guard offset < text.count else { return 1 }
        var end = offset + 1
        while end < text.count, text[end] & 0xC0 == 0x80 { end += 1 }
        return end - offset
    }
}
