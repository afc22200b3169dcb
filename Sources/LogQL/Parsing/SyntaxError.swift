/// What is wrong with a query: found and expected, in words, with its place in bytes of the query.
public struct SyntaxError: Error, Sendable, Hashable {
    public let message: String
    /// Half open, inside the query.
    public let range: Range<Int>
    /// What to do about it, where that is known.
    public let hint: String?
    /// The bracket that is still open there, where its end is missing.
    public let opener: Range<Int>?

    public init(message: String, range: Range<Int>, hint: String? = nil, opener: Range<Int>? = nil) {
        self.message = message
        self.range = range
        self.hint = hint
        self.opener = opener
    }
}
