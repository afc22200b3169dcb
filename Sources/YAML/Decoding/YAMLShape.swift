import Diagnostics

/// What a type accepts, for those who describe it: a schema for editors.
public indirect enum YAMLShape: Sendable {
    /// Any single value; where there is a pattern (a regular expression of JSON Schema), a text that matches it.
    case text(pattern: String? = nil)
    case bool
    case integer(ClosedRange<Int>)
    case word([String])
    case list(YAMLShape)
    /// A mapping with keys of the author's own.
    case pairs(YAMLShape)
    /// A mapping with known keys.
    case mapping(@Sendable () -> [Field])

    /// A key of a mapping.
    public struct Field: Sendable {
        public let key: String
        public let isRequired: Bool
        public let shape: YAMLShape
    }
}
