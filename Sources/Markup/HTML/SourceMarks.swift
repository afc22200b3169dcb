/// Marks in HTML that lead from an element to the author's text.
///
/// Headings, links, images and code blocks carry an attribute; before HTML of the author's own stands a comment, which
/// holds until the next. Both give bytes of the document's text as `12-40`.
public enum SourceMarks {
    /// The attribute's name.
    public static let attribute: StaticString = "data-source"

    static func value(of node: Node) -> String { "\(node.lower)-\(node.upper)" }

    /// The range that an attribute or a comment gives; nil for a text of another form.
    public static func range(_ text: UnsafeBufferPointer<UInt8>) -> Range<Int>? {
        guard let hyphen = text.firstIndex(of: .hyphen), let lower = number(text[..<hyphen]),
            let upper = number(text[(hyphen + 1)...]), lower <= upper
        else { return nil }
        return lower..<upper
    }

    private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        // More digits than a limit of size lets a text have.
        guard 1...18 ~= digits.count, digits.allSatisfy(\.isDigit) else { return nil }
        return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
    }
}

extension HTMLWriter {
    mutating func writeSourceAttribute(_ node: Node) {
        guard options.marksSources else { return }
        output.raw(" ")
        output.raw(SourceMarks.attribute)
        output.raw("=\"")
        output.raw(SourceMarks.value(of: node))
        output.raw("\"")
    }

    mutating func writeSourceComment(_ node: Node) {
        guard options.marksSources else { return }
        output.raw("<!--")
        output.raw(SourceMarks.value(of: node))
        output.raw("-->")
    }
}
