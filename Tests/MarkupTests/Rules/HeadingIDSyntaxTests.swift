import TestSupport
import Testing

@testable import Markup

@Suite struct HeadingIDSyntaxTests {
    @Test(arguments: ["how long?", "-x", "", "a/b", "__init__", "x]", "a b"])
    func malformed(_ id: String) {
        let text = MarkedText("## Title ⟦{#\(id)}⟧\n")
        let expected = Finding("heading/id-syntax", text.ranges[0], "this is not an id that a heading can have")
        #expect(Parsed(text.file()).findings == [expected])
    }

    @Test(arguments: ["x", "how-long", "a_b__c", "3.7", "ns:name", "größe"])
    func wellFormed(_ id: String) {
        let parsed = Parsed("## Title {#\(id)}\n")
        #expect(parsed.findings == [])
        #expect(parsed.document.headings.map(\.id) == [id])
    }

    @Test func otherBracesAreText() {
        #expect(Parsed("## rate({app=\"x\"}) {a}\n## x{#y}\n").findings == [])
    }
}
