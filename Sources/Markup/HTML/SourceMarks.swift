/// Marks in HTML that lead from an element to the author's text.
///
/// Headings, links, images and code blocks carry an attribute; before HTML of the author's own stands a comment, which
/// holds until the next. Both give bytes of the document's text as `12-40`.
public enum SourceMarks {
    /// The attribute's name.
    public static let attribute = "data-source"

    static func value(of node: Node) -> String { "\(node.lower)-\(node.upper)" }

    /// The range that an attribute or a comment gives; nil for a text of another form.
    public static func range(_ text: some StringProtocol) -> Range<Int>? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 2, let lower = Int(parts[0]), let upper = Int(parts[1]), lower >= 0, lower <= upper else {
            return nil
        }
        return lower..<upper
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
