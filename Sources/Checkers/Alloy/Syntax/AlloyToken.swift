/// A lexical part of an Alloy configuration.
struct AlloyToken: Hashable {
    enum Kind: Hashable {
        case identifier, number, boolean, null
        /// In double quotes, or in backticks.
        case string(isRaw: Bool)
        /// An operator or a bracket, by its bytes.
        case sign(String)
        /// The line break that ends a statement.
        case lineEnd
        /// What can't be read; an error tells of it.
        case illegal
        case end
    }

    let kind: Kind
    /// Half open, in bytes of the text.
    let range: Range<Int>

    func `is`(_ sign: String) -> Bool { kind == .sign(sign) }
}

/// What is wrong with the syntax of a text.
struct AlloySyntaxError: Hashable {
    /// One sentence without a full stop.
    let message: String
    let range: Range<Int>
    var help: String?
    /// The bracket that is still open.
    var opener: Range<Int>?
}
