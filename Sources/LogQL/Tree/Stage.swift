/// One step of a pipeline.
public struct Stage: Sendable {
    public enum Kind: Sendable {
        /// One or more line filters in a row.
        case lineFilters([LineFilter])
        case json([Extraction])
        case logfmt(flags: LogfmtFlags, [Extraction])
        case regexp(String)
        case pattern(String)
        case unpack
        case labelFilter(LabelFilter)
        case lineFormat(String)
        case labelFormat([LabelFormat])
        case decolorize
        case drop([NamedMatcher])
        case keep([NamedMatcher])
    }

    public var kind: Kind
    public var range: Range<Int>
    /// The string with its quotes, where the stage has one.
    public var argumentRange: Range<Int>?
    /// Whether a variable of Grafana stands in that string's place.
    public var isVariable = false
}

/// Lines that hold one of several texts, or none of them.
public struct LineFilter: Sendable {
    public enum Operator: String, Sendable {
        case contains = "|="
        case containsNot = "!="
        case matches = "|~"
        case matchesNot = "!~"
        case pattern = "|>"
        case patternNot = "!>"

        public var isNegative: Bool {
            switch self {
            case .containsNot, .matchesNot, .patternNot: true
            case .contains, .matches, .pattern: false
            }
        }
    }

    /// A text, or the addresses that `ip("…")` names.
    public struct Alternative: Sendable {
        public var text: String
        public var isAddress: Bool
        public var range: Range<Int>
        /// Whether the text is a variable of Grafana.
        public var isVariable = false
    }

    public var operation: Operator
    /// One suffices. A filter that keeps lines out has one: `!= "a" or "b"` is two filters.
    public var alternatives: [Alternative]
    public var range: Range<Int>
}

/// `name="path"` of a parser that reads chosen fields; a name alone is its own path.
public struct Extraction: Sendable {
    public var name: String
    public var path: String
    public var range: Range<Int>
    public var nameRange: Range<Int>
    /// Whether the path is a variable of Grafana.
    public var isVariable = false
}

public struct LogfmtFlags: Sendable, Equatable {
    public var isStrict = false
    public var keepsEmpty = false
}

/// `new=old` or `new="template"`.
public struct LabelFormat: Sendable {
    public var name: String
    public var value: String
    public var isRename: Bool
    public var range: Range<Int>
    public var nameRange: Range<Int>
    public var valueRange: Range<Int>
}

/// A label of `drop` or `keep`, with a condition or without.
public enum NamedMatcher: Sendable {
    case name(String, Range<Int>)
    case matcher(Matcher)
}
