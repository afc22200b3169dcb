import Diagnostics

/// The keys of a mapping while they are read. Each key that is asked for is a known one.
public struct YAMLFields {
    /// What was found wrong so far. A type may add findings of its own.
    public var report: [Diagnostic] = []
    public let node: YAMLNode

    private let mapping: YAMLMapping
    private let name: String
    private let elsewhere: [String: String]
    private var known: [String] = []
    /// What was asked for, where the type is described and no author's mapping is read.
    private var description: [YAMLShape.Field]?

    init?(of node: YAMLNode, name: String, elsewhere: [String: String]) {
        guard let mapping = node.mapping else { return nil }
        self.node = node
        self.mapping = mapping
        self.name = name
        self.elsewhere = elsewhere
    }

    /// What a type asks for: the keys that `build` reads of an empty mapping, in this order.
    static func describe(_ name: String, build: (inout YAMLFields) -> Void) -> [YAMLShape.Field] {
        var ignored: [Diagnostic] = []
        let empty = YAMLStream(SourceFile(path: "", text: "{}"), into: &ignored).documents.first
        guard let empty, var fields = YAMLFields(of: empty, name: name, elsewhere: [:]) else { return [] }
        fields.description = []
        build(&fields)
        return fields.description ?? []
    }

    /// The value of a key that must be there. Nil, and reported, where it is missing or of another type.
    public mutating func required<Value>(
        _ key: String, as type: YAMLType<Value>
    ) -> Located<Value>? {
        guard has(key) else {
            description?.append(.init(key: key, isRequired: true, shape: type.shape))
            known.append(key)
            let place = mapping.entries.first?.key.origin ?? node.origin
            report.append(YAMLMissingKey.finding(key, of: name, expected: type.name, at: place))
            return nil
        }
        return optional(key, as: type)
    }

    /// The value of a key that may be left out. Nil where it is; nil, and reported, where it is of another type.
    public mutating func optional<Value>(
        _ key: String, as type: YAMLType<Value>
    ) -> Located<Value>? {
        description?.append(.init(key: key, isRequired: false, shape: type.shape))
        known.append(key)
        guard let entry = mapping[key] else { return nil }
        return type.read(entry.value, &report).map { value in
            // An empty value has no bytes to point at.
            Located(value, at: entry.value.range.isEmpty ? entry.key.origin : entry.value.origin)
        }
    }

    public func has(_ key: String) -> Bool { mapping[key] != nil }

    /// Where a key is written.
    public func origin(ofKey key: String) -> PositionMap.Origin? { mapping[key]?.key.origin }

    /// All findings, with those for keys that nobody asked for.
    func finish() -> [Diagnostic] {
        report
            + mapping.entries.compactMap { entry -> Diagnostic? in
                guard let key = entry.name else {
                    return YAMLWrongType.finding(
                        found: entry.key.summary, expected: "a key", help: nil, at: entry.key.origin)
                }
                guard !known.contains(key) else { return nil }
                return YAMLUnknownKey.finding(
                    key, of: name, known: known, belongs: elsewhere[key], at: entry.key.origin)
            }
    }
}
