/// The attributes of a fence: `{#id key=value key="value with spaces" flag}`.
public struct FenceAttributes: Sendable {
    public struct Attribute: Sendable, Hashable {
        /// The key; `id` for `#id`.
        public let name: String
        /// Without quotes; empty for a flag.
        public let value: String
        /// The bytes of the document's text that the attribute covers, of its name, and of its value without quotes.
        public let range: Range<Int>
        public let nameRange: Range<Int>
        public let valueRange: Range<Int>
    }

    /// All that could be read, in the order written, each name once.
    public internal(set) var all: [Attribute] = []
    /// From `{` to `}`.
    public internal(set) var range: Range<Int>
    /// The lines that `mark` names, from 1.
    public internal(set) var markedLines: [ClosedRange<Int>] = []

    /// The attribute of this name; a flag has an empty value.
    public subscript(name: String) -> Attribute? { all.first { $0.name == name } }

    /// Whether an attribute or a flag stands.
    public func has(_ name: String) -> Bool { self[name] != nil }

    /// The stable name of the snippet.
    public var id: Attribute? { self["id"] }

    /// The attributes that take a value.
    public static let keys = [
        "as", "proof", "data", "range", "step", "needs", "session", "in", "bad", "slower-than", "skip", "until",
        "title", "mark",
    ]
    /// The attributes that stand alone.
    public static let flags = ["hidden", "lines", "play", "chart"]
}
