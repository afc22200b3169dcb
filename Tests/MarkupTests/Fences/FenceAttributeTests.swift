import TestSupport
import Testing

@testable import Markup

@Suite struct FenceAttributeTests {
    private func block(_ text: String) -> CodeBlock? { Parsed(text).document.codeBlocks.first }

    @Test func allKinds() throws {
        let text = MarkedText(
            """
            ``` logql ⟦{⟦#error-rate⟧ ⟦⟦data⟧=⟦fraiseql⟧⟧ ⟦⟦title⟧="⟦Errors, by endpoint⟧"⟧ ⟦hidden⟧ mark=2-3,5 needs='loki nginx'}⟧
            x
            ```
            """)
        let parsed = Parsed(text.file())
        #expect(parsed.findings == [])
        let block = try #require(parsed.document.codeBlocks.first)
        #expect(block.language == "logql")
        #expect(block.id == "error-rate")
        let attributes = try #require(block.attributes)
        #expect(attributes.range == text.ranges[0])
        #expect(attributes.all.map(\.name) == ["id", "data", "title", "hidden", "mark", "needs"])
        #expect(
            attributes.all.map(\.value) == ["error-rate", "fraiseql", "Errors, by endpoint", "", "2-3,5", "loki nginx"])
        #expect(attributes.id?.range == text.ranges[1])
        #expect(attributes["data"].map { [$0.range, $0.nameRange, $0.valueRange] } == Array(text.ranges[2...4]))
        #expect(attributes["title"].map { [$0.range, $0.nameRange, $0.valueRange] } == Array(text.ranges[5...7]))
        #expect(attributes["hidden"]?.range == text.ranges[8])
        #expect(attributes.has("hidden") && !attributes.has("lines"))
        #expect(attributes.markedLines == [2...3, 5...5])
    }

    @Test(arguments: [
        ("```logql\n```", "logql"), ("```logql {#a}\n```", "logql"), ("```logql{#a}\n```", "logql"),
        ("~~~ {#a}\n~~~", ""), ("```\n```", ""), ("```{}\n```", ""), ("``` c++\n```", "c++"),
    ])
    func languages(_ text: String, _ language: String) {
        #expect(block(text)?.language == language)
        #expect(Parsed(text).findings == [])
    }

    @Test func inQuotesAndItems() {
        let text = MarkedText("> - ```yaml {⟦#a⟧ ⟦lines⟧}\n>   x: 1\n>   ```\n")
        #expect(Parsed(text.file()).document.codeBlocks.first?.attributes?.all.map(\.range) == text.ranges)
    }
}
