import Testing

@testable import Diagnostics

@Suite struct SpellingTests {
    @Test(arguments: [
        ("titel", "title"), ("publicatons", "publications"), ("markdwon", "markdown"), ("URL", "url"),
    ])
    func findsWhatWasMeant(word: String, meant: String) {
        #expect(Spelling.nearest(to: word, among: ["title", "publications", "markdown", "url", "theme"]) == meant)
    }

    @Test func doesNotGuess() {
        #expect(Spelling.nearest(to: "colour", among: ["title", "theme"]) == nil)
        #expect(Spelling.nearest(to: "x", among: []) == nil)
    }

    @Test(arguments: [("", "", 0), ("ab", "ba", 1), ("kitten", "sitting", 3), ("", "abc", 3)])
    func counts(left: String, right: String, distance: Int) {
        #expect(Spelling.distance(left, right, limit: 10) == distance)
        #expect(Spelling.distance(left, right, limit: distance - 1) == nil)
    }
}
