import TestSupport
import Testing

@testable import Site

@Suite struct PlaceholderScanTests {
    private func check(_ marked: String, words: [String] = [], allowed: [String] = []) {
        let text = MarkedText(marked)
        let hits = PlaceholderScan(words: words, allowed: allowed).hits(in: text.bytes, 0..<text.bytes.count)
        #expect(hits.map(\.range) == text.ranges, "\(marked)")
    }

    @Test(arguments: [
        "⟦TODO⟧: write ⟦TBD⟧ and ⟦FIXME⟧, ⟦XXX⟧",
        "⟦Coming soon⟧, ⟦lorem\n ipsum⟧ dolor",
        "not in TODOS, aTODO, _TODO, TODO_x, XXXX-XXXX, mktemp /tmp/x.XXXXXX, überTODO",
        "a todo list, Xxx, tbd",
        "(⟦TODO⟧) ⟦TODO⟧-list ⟦TODO⟧",
        "coming sooner, becoming soon",
        "",
    ])
    func findsWholeWords(marked: String) { check(marked) }

    @Test func takesFurtherWords() { check("⟦HACK⟧ hack", words: ["HACK"]) }

    @Test func allowsPhrases() { check("the TODO list, ⟦TODO⟧ lists", allowed: ["the TODO list"]) }
}
