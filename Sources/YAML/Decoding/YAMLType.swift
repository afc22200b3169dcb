import Diagnostics

/// What a value is expected to be, and how it is read.
public struct YAMLType<Value: Sendable>: Sendable {
    /// As a message names it, with its article: "a text", "a list of texts".
    public let name: String
    /// What it accepts, for a schema.
    public let shape: YAMLShape
    /// Reads a node, or reports why it can't be read.
    public let read: @Sendable (YAMLNode, inout [Diagnostic]) -> Value?

    public init(
        _ name: String, shape: YAMLShape = .text(),
        read: @escaping @Sendable (YAMLNode, inout [Diagnostic]) -> Value?
    ) {
        self.name = name
        self.shape = shape
        self.read = read
    }

    /// A type that single values either are or are not.
    public init(
        _ name: String, shape: YAMLShape = .text(), help: String? = nil,
        scalar: @escaping @Sendable (YAMLScalar) -> Value?
    ) {
        self.init(name, shape: shape) { node, report in
            if let found = node.scalar, let value = scalar(found) { return value }
            report.append(YAMLWrongType.finding(found: node.summary, expected: name, help: help, at: node.origin))
            return nil
        }
    }
}

extension YAMLType where Value == String {
    /// A text as it is written: `3.8` and `no` are texts here as well. Nothing, or an empty text, is not.
    public static var string: Self { Self("a text") { $0.isNull || $0.value.isEmpty ? nil : $0.value } }
    /// A text that may be empty (`""`), but must be there.
    public static var possiblyEmptyString: Self { Self("a text") { $0.isNull ? nil : $0.value } }

    /// One of a few words.
    public static func word(of words: [String]) -> Self {
        let list = words.map { "`\($0)`" }.joined(separator: ", ")
        return Self("one of \(list)", shape: .word(words)) { words.contains($0.value) ? $0.value : nil }
    }
}

extension YAMLType where Value == Bool {
    public static var bool: Self {
        Self("`true` or `false`", shape: .bool, help: "write `true` or `false`, without quotation marks") { $0.bool }
    }
}

extension YAMLType where Value == Int {
    public static func integer(in range: ClosedRange<Int>) -> Self {
        Self("a whole number from \(range.lowerBound) to \(range.upperBound)", shape: .integer(range)) { scalar in
            scalar.integer.flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// A number of bytes: `500000`, `500 kB`, `20 MB`, `1 GB` (powers of 1000).
    public static var byteCount: Self {
        Self("a size such as `20 MB`", shape: .text(pattern: #"^\d+ ?([kKmMgG]?[bB])?$"#)) { scalar in
            let digits = scalar.value.prefix { $0.isASCII && $0.isNumber }
            let unit = scalar.value.dropFirst(digits.count).drop { $0 == " " }.lowercased()
            guard let number = Int(digits), number > 0,
                let factor = ["": 1, "b": 1, "kb": 1000, "mb": 1_000_000, "gb": 1_000_000_000][unit]
            else { return nil }
            let (bytes, isTooLarge) = number.multipliedReportingOverflow(by: factor)
            return isTooLarge ? nil : bytes
        }
    }
}

extension YAMLType {
    /// A list; elements that can't be read are reported and left out.
    public static func list<Element>(of element: YAMLType<Element>) -> YAMLType<[Located<Element>]>
    where Value == [Located<Element>] {
        let name = "a list, of which each element is \(element.name)"
        return YAMLType<[Located<Element>]>(name, shape: .list(element.shape)) { node, report in
            guard let items = node.sequence else {
                let help = node.isNull ? nil : "write each element on a line of its own, after `- `"
                report.append(YAMLWrongType.finding(found: node.summary, expected: name, help: help, at: node.origin))
                return nil
            }
            return items.compactMap { item in
                element.read(item, &report).map { Located($0, at: item.origin) }
            }
        }
    }

    /// A mapping whose keys are the author's own; values that can't be read are reported and left out.
    public static func pairs<Element>(
        of element: YAMLType<Element>, keys: YAMLType<String> = .string
    ) -> YAMLType<[YAMLPair<Element>]>
    where Value == [YAMLPair<Element>] {
        let name = "a mapping, of which each value is \(element.name)"
        return YAMLType<[YAMLPair<Element>]>(name, shape: .pairs(element.shape)) { node, report in
            guard let mapping = node.mapping else {
                report.append(YAMLWrongType.finding(found: node.summary, expected: name, help: nil, at: node.origin))
                return nil
            }
            return mapping.entries.compactMap { entry in
                guard let key = keys.read(entry.key, &report),
                    let value = element.read(entry.value, &report)
                else { return nil }
                return YAMLPair(key: Located(key, at: entry.key.origin), value: Located(value, at: entry.value.origin))
            }
        }
    }

    /// A mapping with known keys. `build` asks for them; keys that it did not ask for are reported as unknown.
    ///
    /// - Parameters:
    ///   - name: what the mapping describes, with its article: "a publication".
    ///   - elsewhere: keys that authors may look for here, with the place where they belong.
    public static func mapping(
        _ name: String, elsewhere: [String: String] = [:],
        build: @escaping @Sendable (inout YAMLFields) -> Value?
    ) -> Self {
        let shape = YAMLShape.mapping { YAMLFields.describe(name) { _ = build(&$0) } }
        return Self(name, shape: shape) { node, report in
            guard var fields = YAMLFields(of: node, name: name, elsewhere: elsewhere) else {
                report.append(
                    YAMLWrongType.finding(
                        found: node.summary, expected: "a mapping that describes \(name)",
                        help: "write `key: value` pairs", at: node.origin))
                return nil
            }
            let value = build(&fields)
            report += fields.finish()
            return value
        }
    }
}

/// An entry of a mapping whose keys are the author's own.
public struct YAMLPair<Value: Sendable>: Sendable {
    public let key: Located<String>
    public let value: Located<Value>
}

extension YAMLNode {
    /// Reads the node as a value of a type.
    public func decode<Value>(_ type: YAMLType<Value>, into report: inout [Diagnostic]) -> Value? {
        type.read(self, &report)
    }
}
