import TestSupport
import Testing

@testable import Markup

@Suite struct DefinitionTests {
    @Test func allAreFoundWithTheirPlaces() {
        let text = MarkedText(
            """
            > ⟦[⟦one⟧]: ⟦/a⟧ ⟦"t"⟧⟧
            > [⟦Two⟧]: <⟦b c⟧>
            Text [one].

            - [⟦three⟧]:
                ⟦/d⟧

            [⟦ONE⟧]: ⟦/again⟧
            [not a definition] here
            """)
        let definitions = Parsed(text.file()).document.definitions
        #expect(definitions.map(\.label) == ["one", "Two", "three", "ONE"])
        #expect(definitions.map(\.destination) == ["/a", "b c", "/d", "/again"])
        #expect(definitions.map(\.title) == ["t", nil, nil, nil])
        #expect(definitions.map(\.isShadowed) == [false, false, false, true])
        #expect(definitions.map(\.isUsed) == [true, false, false, false])
        #expect(definitions[0].range == text.ranges[0])
        #expect(definitions[0].titleRange == text.ranges[3])
        let places = definitions.flatMap { [$0.labelRange, $0.destinationRange] }
        #expect(places == [1, 2, 4, 5, 6, 7, 8, 9].map { text.ranges[$0] })
    }

    @Test func codeHoldsNone() {
        #expect(Parsed("```\n[a]: /b\n```\n\n    [c]: /d\n\nText\n[e]: /f\n").document.definitions.isEmpty)
    }

    @Test func footnotesUsedAndUnused() {
        let text = MarkedText(
            """
            B⟦[^⟦b⟧]⟧ a⟦[^a]⟧ b⟦[^b]⟧.

            ⟦[^a]: A.⟧
            ⟦[^⟦lost⟧]: Nobody refers to [this](x).⟧
            ⟦[^b]: B.⟧
            [^⟦a⟧]: Again.
            """)
        let document = Parsed(text.file()).document
        let footnotes = document.footnotes
        #expect(footnotes.map(\.label) == ["a", "lost", "b", "a"])
        #expect(footnotes.map(\.index) == [2, 0, 1, 0])
        #expect(footnotes.map { $0.definition?.range } == [text.ranges[4], text.ranges[5], text.ranges[7], nil])
        #expect(footnotes[2].references.map(\.range) == [text.ranges[0], text.ranges[3]])
        #expect(footnotes[2].references[0].node.text == text.ranges[1])
        #expect(footnotes[1].labelRange == text.ranges[6])
        #expect(footnotes[3].labelRange == text.ranges[8])
        #expect(document.links.map(\.destination) == ["x"])
    }
}
