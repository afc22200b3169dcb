import Diagnostics
import TestSupport
import Testing

@testable import Markup

/// Every node knows its place in the text.
@Suite struct PlaceTests {
    static let wrappers: [(name: String, wrap: @Sendable (String) -> String)] = [
        ("as it is", { $0 }),
        ("with CRLF", { $0.replacing("\n", with: "\r\n") }),
        ("in a quote", { prefixed($0, first: "> ", rest: "> ") }),
        ("in an item", { prefixed($0, first: "- ", rest: "  ") }),
        ("behind tabs", { prefixed($0, first: "1.\t", rest: "\t") }),
        ("in a footnote", { prefixed($0, first: "see[^n]\n\n[^n]: ", rest: "    ") }),
        ("in a quote in an item", { prefixed($0, first: "* text\n\n  >  ", rest: "  > ") }),
        ("without a last line break", { String($0.drop { $0 == "\n" }.reversed().drop { $0 == "\n" }.reversed()) }),
    ]

    private static func prefixed(_ text: String, first: String, rest: String) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last == "" { lines.removeLast() }
        return lines.enumerated().map { ($0 == 0 ? first : rest) + $1 }.joined(separator: "\n") + "\n"
    }

    @Test(arguments: MarkdownCase.all)
    func allHaveTheirForm(_ example: MarkdownCase) {
        for (name, wrap) in Self.wrappers {
            let parsed = Parsed(wrap(example.markdown))
            #expect(TreeFaults.of(parsed.document) == [], "\(name)")
            #expect(parsed.document.storage.unplaced == 0, "\(name): \(parsed.file.wholeSpan.text)")
        }
    }

    @Test func linksAndImagesInAllForms() {
        let text = MarkedText(
            """
            > A ⟦[*one*](⟦/a b⟧ ⟦"t"⟧)⟧ and
              ⟦[two][⟦Label⟧]⟧, then `code
            over lines` ⟦<⟦https://example.com⟧>⟧ and ⟦https://example.org/x⟧,
            ⟦![⟦label⟧]⟧ me@x.org

            [label]: ⟦<dest>⟧ ⟦'title'⟧
            """.replacing("/a b", with: "</a b>"))
        // Angle brackets stand outside the destination.
        let document = Parsed(text.file()).document
        let links = document.links
        #expect(links.map(\.form) == [.inline, .reference, .autolink, .bare, .bare])
        #expect(links.map(\.cursor.source).first == "[*one*](</a b> \"t\")")
        #expect(document.string(links[0].destinationRange) == "/a b")
        #expect(links[0].titleRange.map(document.string) == "\"t\"")
        #expect(links[1].cursor.source == "[two][Label]")
        #expect(links[1].labelRange.map(document.string) == "Label")
        #expect(document.string(links[1].destinationRange) == "dest")
        #expect(links[1].titleRange == document.definitions[0].titleRange)
        #expect(links[1].definition?.label == "label")
        #expect(links[2].cursor.source == "<https://example.com>")
        #expect(document.string(links[2].destinationRange) == "https://example.com")
        #expect(links[3].cursor.source == "https://example.org/x")
        #expect(links[4].cursor.source == "me@x.org")
        #expect(links[4].destination == "mailto:me@x.org")
        #expect(document.images.map(\.cursor.source) == ["![label]"])
        #expect(document.images.first?.title == "title")
    }

    @Test func inlinesOfContinuedLines() {
        let text = MarkedText(
            """
            - First line
              of *text* that
               ends ⟦**here**⟧ &amp; ⟦`there`⟧, \\* ⟦~~so~~⟧
            lazy ⟦<br>⟧ end
            """)
        let document = Parsed(text.file()).document
        let found = document.nodes.filter { [.strong, .code, .strikethrough, .htmlInline].contains($0.kind) }
        #expect(found.map(\.range) == text.ranges)
    }

    @Test func tablesAfterText() {
        let text = MarkedText(
            """
            Some \\| text
            ⟦| ⟦a⟧ | ⟦b \\| *c*⟧ |⟧
            | - | - |
            ⟦| ⟦[x](y)⟧ |⟧
            """)
        let document = Parsed(text.file()).document
        let rows = document.nodes.filter { $0.kind == .tableRow }.map(\.range)
        #expect(rows == [text.ranges[0], text.ranges[3]])
        let cells = document.nodes.filter { $0.kind == .tableCell && !$0.range.isEmpty }.map(\.range)
        #expect(cells == [text.ranges[1], text.ranges[2], text.ranges[4]])
        #expect(document.links.map(\.cursor.range) == [text.ranges[4]])
    }

    @Test func findingsLandInTheIncludedFile() {
        let inner = SourceFile(path: "inner.md", text: "``` {#x #y}\n```\n")
        let outer = SourceFile(path: "outer.md", text: "{{include inner.md}}\n")
        var builder = PositionMap.Builder()
        let directive = PositionMap(identity: outer).origin(of: 0..<20)
        builder.copy(0..<inner.bytes.count, of: PositionMap(identity: inner), includedFrom: directive)
        var diagnostics: [Diagnostic] = []
        _ = Document.parse(inner.bytes, map: builder.build(fallback: outer.wholeSpan), into: &diagnostics)
        #expect(diagnostics.map(\.span) == [inner.span(8..<10)])
        #expect(diagnostics.map(\.includedFrom) == [[outer.span(0..<20)]])
    }
}
