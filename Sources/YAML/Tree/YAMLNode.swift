import Diagnostics

/// A node of a YAML document, with its place.
///
/// Anchors are resolved: an alias is a node with the content of its anchor and the range of the alias.
public struct YAMLNode: Sendable {
    public indirect enum Content: Sendable {
        case scalar(YAMLScalar)
        case sequence([YAMLNode])
        case mapping(YAMLMapping)
    }

    public let content: Content
    /// Where the node stands, in bytes of `text`; for an alias, the alias. Anchor and tag belong to it.
    public let range: Range<Int>
    /// The tag as it was resolved (`tag:yaml.org,2002:str`), where one is written.
    public let tag: String?
    public let isAlias: Bool
    public let text: YAMLText
    /// How many levels of nodes there are below this one, with aliases followed.
    let height: Int
    /// How many nodes there are in all, with aliases followed.
    let weight: Int

    /// Where the node stands in the author's file.
    public var origin: PositionMap.Origin { text.origin(of: range) }
    public var span: Span { origin.span }

    public var scalar: YAMLScalar? {
        if case .scalar(let scalar) = content { scalar } else { nil }
    }

    public var sequence: [YAMLNode]? {
        if case .sequence(let items) = content { items } else { nil }
    }

    public var mapping: YAMLMapping? {
        if case .mapping(let mapping) = content { mapping } else { nil }
    }

    /// The value of a mapping's key; nil where this is no mapping or has no such key.
    public subscript(key: String) -> YAMLNode? { mapping?[key]?.value }

    /// Whether this is nothing: an empty value, `~` or `null` (YAML 1.2, 10.2.1.1).
    public var isNull: Bool { scalar?.isNull ?? false }

    /// What this is, as a message names it: "a list", "the text `abc`".
    public var summary: String {
        switch content {
        case .sequence: return "a list"
        case .mapping: return "a mapping"
        case .scalar(let scalar):
            if scalar.isNull { return "nothing" }
            if scalar.value.isEmpty { return "an empty text" }
            let kind = scalar.bool != nil ? "the truth value" : scalar.integer != nil ? "the number" : "the text"
            let shown = scalar.value.count > 40 ? scalar.value.prefix(40) + "…" : scalar.value[...]
            return "\(kind) `\(shown.replacing("\n", with: " "))`"
        }
    }
}

/// Keys and values in the order in which they are written.
public struct YAMLMapping: Sendable {
    public struct Entry: Sendable {
        public let key: YAMLNode
        public let value: YAMLNode
        /// The key's text; nil where the key is a list or a mapping.
        public var name: String? { key.scalar?.value }
    }

    public let entries: [Entry]

    public subscript(name: String) -> Entry? { entries.first { $0.name == name } }
}
