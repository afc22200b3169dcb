import Diagnostics
import TestSupport
import Testing

@testable import YAML

private struct Book: Sendable, Equatable {
    var title: String
    var pages: Int?
    var tags: [String]
}

extension YAMLType where Value == Book {
    fileprivate static var book: Self {
        .mapping("a book", elsewhere: ["shelf": "the library"]) { fields in
            let title = fields.required("title", as: .string)
            let pages = fields.optional("pages", as: .integer(in: 1...1000))
            let tags = fields.optional("tags", as: .list(of: .string))
            guard let title else { return nil }
            return Book(title: title.value, pages: pages?.value, tags: (tags?.value ?? []).map(\.value))
        }
    }
}

@Suite struct YAMLDecodingTests {
    private func decode(_ text: String) -> (book: Book?, report: [Diagnostic], marked: MarkedText) {
        let marked = MarkedText(text)
        var report: [Diagnostic] = []
        let root = YAMLStream(marked.file("t.yml"), into: &report).documents.first
        return (root?.decode(.book, into: &report), report, marked)
    }

    @Test func valuesAreReadAsWritten() {
        let result = decode("title: 3.10\npages: 12\ntags: [no, 'b']\n")
        #expect(result.book == Book(title: "3.10", pages: 12, tags: ["no", "b"]))
        #expect(result.report.isEmpty)
    }

    @Test func allFaultsAreReportedAtTheirPlaces() {
        let result = decode("title: ⟦[a]⟧\npages: ⟦many⟧\n⟦tag⟧: x\ntags: [a, ⟦{b: c}⟧]\n⟦shelf⟧: 2\n⟦isbn⟧: 1\n")
        #expect(
            result.report.sorted(by: Diagnostic.inReadingOrder).map(\.message) == [
                "found a list, expected a text", "found the text `many`, expected a whole number from 1 to 1000",
                "a book has no key `tag`", "found a mapping, expected a text", "a book has no key `shelf`",
                "a book has no key `isbn`",
            ])
        let sorted = result.report.sorted(by: Diagnostic.inReadingOrder)
        #expect(sorted.map(\.span.range) == result.marked.ranges)
        #expect(
            sorted.map(\.help) == [
                nil, nil, "did you mean `tags`?", nil, "`shelf` belongs to the library",
                "remove it, or use one of the known keys",
            ])
        #expect(sorted[2].notes == ["known keys: `title`, `pages`, `tags`"])
        #expect(sorted[2].fix?.edits.map(\.replacement) == ["tags"])
    }

    @Test func aMissingKeyIsReportedAtTheMapping() {
        let result = decode("⟦pages⟧: 2\n")
        #expect(result.book == nil)
        #expect(result.report.map(\.message) == ["a book needs the key `title`"])
        #expect(result.report.map(\.span.range) == result.marked.ranges)
    }

    @Test func anEmptyValueIsNoText() {
        #expect(decode("title:\n").report.map(\.message) == ["found nothing, expected a text"])
        #expect(decode("title: ''\n").report.count == 1)
        #expect(decode("⟦- a⟧\n").report.map(\.message) == ["found a list, expected a mapping that describes a book"])
    }

    @Test(arguments: [("20 MB", 20_000_000), ("500", 500), ("1kB", 1000), ("2 gb", 2_000_000_000)])
    func sizes(text: String, bytes: Int) {
        var report: [Diagnostic] = []
        let root = YAMLStream(SourceFile(path: "t.yml", text: text), into: &report).documents.first
        #expect(root?.decode(.byteCount, into: &report) == bytes)
    }

    @Test(arguments: ["0", "-1", "1 TB", "99999999999999999999", "9999999999999999 GB", "MB"])
    func noSizes(text: String) {
        var report: [Diagnostic] = []
        let root = YAMLStream(SourceFile(path: "t.yml", text: text), into: &report).documents.first
        #expect(root?.decode(.byteCount, into: &report) == nil)
        #expect(report.map(\.rule) == [YAMLWrongType.id])
    }
}
