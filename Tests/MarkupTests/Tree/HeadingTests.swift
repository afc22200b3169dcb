import TestSupport
import Testing

@testable import Markup

@Suite struct HeadingTests {
    @Test(arguments: conformanceFiles("slugs").map(\.name))
    func idsAreThoseOfGitHub(_ file: String) throws {
        let text = try #require(conformanceFiles("slugs").first { $0.name == file }).text
        let rows = text.split(separator: "\n").map { $0.split(separator: " ← ", maxSplits: 1).map(String.init) }
        #expect(rows.count > 10)
        let headings = Parsed(rows.map { "## \($0[1])\n\n" }.joined()).document.headings
        #expect(headings.map(\.id) == rows.map { $0[0] })
    }

    @Test func explicitIDs() {
        let text = MarkedText(
            """
            # ⟦Title *with* `marks`⟧ ⟦{#⟦the-title⟧}⟧

            > ⟦Quoted
            > title⟧ ⟦{#⟦quoted⟧}⟧
            > ---

            ## Closed {#closed} ##
            ## {#only}
            ## Not an id {#a} here
            """)
        let document = Parsed(text.file()).document
        let headings = document.headings
        #expect(headings.map(\.id) == ["the-title", "quoted", "closed", "only", "not-an-id-a-here"])
        #expect(headings.map(\.title) == ["Title with marks", "Quoted title", "Closed", "", "Not an id {#a} here"])
        #expect(headings.map(\.level) == [1, 2, 2, 2, 2])
        #expect(headings.map(\.hasExplicitID) == [true, true, true, true, false])
        #expect(headings[0].textRange == text.ranges[0])
        #expect(headings[0].attributeRange == text.ranges[1])
        #expect(headings[0].idRange == text.ranges[2])
        #expect(headings[1].textRange == text.ranges[3])
        #expect(headings[1].attributeRange == text.ranges[4])
    }

    @Test func slugsGiveWayToExplicitIDs() {
        let headings = Parsed("## Setup\n## Other {#setup}\n## Setup\n").document.headings
        #expect(headings.map(\.id) == ["setup-1", "setup", "setup-2"])
    }

    @Test func rangesCoverTheWholeHeading() {
        let text = MarkedText("  ⟦## Title ##⟧\n\n⟦Setext\nheading\n===⟧\n")
        #expect(Parsed(text.file()).document.headings.map(\.cursor.range) == text.ranges)
    }
}
