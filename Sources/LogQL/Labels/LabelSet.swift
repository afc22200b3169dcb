/// A name with its value.
public struct Label: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// Labels in the order of their names' bytes, each name once.
public struct LabelSet: Hashable, Sendable {
    public let labels: [Label]

    public static let empty = LabelSet([])

    /// Of two labels of one name the later stays. An empty value is kept: that a label is there is told apart from its absence.
    public init(_ labels: [Label]) {
        var sorted: [Label] = []
        sorted.reserveCapacity(labels.count)
        for label in labels {
            if let same = sorted.firstIndex(where: { $0.name == label.name }) {
                sorted[same] = label
            } else {
                sorted.append(label)
            }
        }
        sorted.sort { $0.name < $1.name }
        self.labels = sorted
    }

    public init(_ labels: [String: String]) {
        self.init(labels.map { Label(name: $0, value: $1) })
    }

    public subscript(name: String) -> String? { labels.first { $0.name == name }?.value }
}

extension LabelSet: Comparable {
    /// By the first name or value that differs; what is left over makes the longer one the greater.
    public static func < (first: LabelSet, second: LabelSet) -> Bool {
        for (left, right) in zip(first.labels, second.labels) {
            if left.name != right.name { return left.name < right.name }
            if left.value != right.value { return left.value < right.value }
        }
        return first.labels.count < second.labels.count
    }
}

extension LabelSet: CustomStringConvertible {
    /// As in a selector: `{app="x", level="error"}`.
    public var description: String {
        "{" + labels.map { $0.quotedName + "=" + GoString.quote($0.value) }.joined(separator: ", ") + "}"
    }
}

extension Label {
    /// A name that is no plain one stands in quotes.
    fileprivate var quotedName: String {
        let isPlain = name.utf8.enumerated().allSatisfy { $1.isNameStart || ($0 > 0 && $1.isDigit) }
        return isPlain && !name.isEmpty ? name : GoString.quote(name)
    }
}
