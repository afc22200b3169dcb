/// The help page of one rule, read from the doc comment above its declaration.
struct RuleSource: Equatable {
    let id: String
    let severity: String
    /// The first paragraph of the doc comment, on one line.
    let summary: String
    /// What follows it, as Markdown.
    let body: String

    /// What keeps a file under `Rules/` from having a help page.
    enum Problem: Error, Equatable {
        case noRule, noIdentifier, noSeverity, noComment
        case missingSection(String)
    }

    /// The sections that each page must have, in this order; between them a rule may have others.
    static let sections = ["## Why", "## Example", "## Instead"]

    /// Reads a Swift file that declares one rule: `/// …` lines right above `enum Name: Rule`.
    init(swift text: String) throws(Problem) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard let declaration = lines.firstIndex(where: Self.declaresRule) else { throw .noRule }
        guard let id = Self.value(of: "id", in: lines[declaration...], opening: "\"", closing: "\"") else {
            throw .noIdentifier
        }
        guard let severity = Self.value(of: "severity", in: lines[declaration...], opening: ".", closing: " ") else {
            throw .noSeverity
        }
        var start = declaration
        while start > 0, lines[start - 1].hasPrefix("///") { start -= 1 }
        let comment = lines[start..<declaration].map { $0.dropFirst($0.hasPrefix("/// ") ? 4 : 3) }
        guard !comment.isEmpty else { throw .noComment }
        let summaryEnd = comment.firstIndex(of: "") ?? comment.count
        self.id = id
        self.severity = severity
        summary = comment[..<summaryEnd].joined(separator: " ")
        body = comment[summaryEnd...].drop { $0.isEmpty }.joined(separator: "\n")
        var rest = Substring(body)
        for section in Self.sections {
            guard let found = rest.range(ofLine: section) else { throw .missingSection(section) }
            rest = rest[found.upperBound...]
        }
    }

    private static func declaresRule(_ line: String) -> Bool {
        (line.hasPrefix("public enum ") || line.hasPrefix("enum ")) && line.contains(": Rule")
    }

    private static func value(
        of name: String, in lines: ArraySlice<String>, opening: Character, closing: Character
    ) -> String? {
        guard let line = lines.first(where: { $0.contains("static let \(name)") }),
            let equals = line.firstIndex(of: "="), let open = line[equals...].firstIndex(of: opening)
        else { return nil }
        let value = line[line.index(after: open)...].prefix { $0 != closing }
        return value.isEmpty ? nil : String(value)
    }
}

extension Substring {
    fileprivate func range(ofLine line: String) -> Range<Index>? {
        var start = startIndex
        while start < endIndex {
            let end = self[start...].firstIndex(of: "\n") ?? endIndex
            if self[start..<end] == line { return start..<end }
            start = end < endIndex ? index(after: end) : endIndex
        }
        return nil
    }
}
