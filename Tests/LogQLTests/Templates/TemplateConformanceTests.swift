import Testing

@testable import LogQL

/// What templates make, and the texts of their errors, as Go and Loki define them.
@Suite struct TemplateConformanceTests {
    static let entry = Entry(
        labels: [
            "app": "shop", "level": "info", "n": "42", "f": "3.75", "empty": "", "name": "Zoë ß",
            "json": #"{"a":1,"b":[1,2.5,"x",null,true],"c":{"d":"e"}}"#, "ts": "1700000000",
            "msg": #"say "hi" <b>&'"#, "size": "1.5KiB", "took": "1m2.5s",
        ], line: "GET /7 200")

    @Test(arguments: ConformanceFile.lines("templates.txt")) func agrees(line: String) throws {
        let line = line.split(separator: "⏎", omittingEmptySubsequences: false).joined(separator: "\n")
        let mark = try #require([" → ", " ✗ ", " ! "].compactMap { line.range(of: $0) }.last)
        let text = String(line[..<mark.lowerBound])
        let expected = String(line[mark.upperBound...])
        do throws(TemplateError) {
            let template = try Template(text)
            #expect(line[mark] != " ! ")
            #expect(Self.entry.render(template) == expected)
        } catch {
            #expect(line[mark] == " ! ")
            #expect(error.text == expected)
            #expect(error.range.upperBound <= text.utf8.count)
        }
    }
}

extension String {
    /// Where the last of these stands.
    fileprivate func range(of mark: String) -> Range<String.Index>? {
        var found: Range<String.Index>?
        for index in indices where self[index...].hasPrefix(mark) {
            found = index..<self.index(index, offsetBy: mark.count)
        }
        return found
    }
}
