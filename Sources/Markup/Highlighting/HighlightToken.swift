/// A run of code that is shown in a colour of its own.
public struct HighlightToken: Sendable, Hashable {
    /// What the run is; the raw value is the class that the theme styles, after `t-`.
    public enum Kind: String, Sendable, CaseIterable {
        case keyword = "k"
        case string = "s"
        case number = "n"
        case comment = "c"
        case `operator` = "o"
        case punctuation = "p"
        case function = "f"
        case attribute = "a"
        case type = "t"
        case variable = "v"
        case escape = "e"
        case prompt = "pr"
        case output = "ou"
        case inserted = "in"
        case deleted = "de"
    }

    /// The bytes, as offsets into the code.
    public let range: Range<Int>
    public let kind: Kind

    public init(_ range: Range<Int>, _ kind: Kind) {
        self.range = range
        self.kind = kind
    }
}
