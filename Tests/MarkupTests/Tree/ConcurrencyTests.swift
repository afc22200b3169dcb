import Testing

@testable import Markup

@Suite struct ConcurrencyTests {
    /// cmark-gfm's inline pass keeps its extensions' characters in a global table: if it did so as it does by itself, some
    /// of these would come out without their links, tables or struck text.
    @Test func documentsParsedAtTheSameTimeComeOutTheSame() async {
        let texts = MarkdownCase.all.map(\.markdown)
        let expected = texts.map { Parsed($0).html }
        let differing = await withTaskGroup(of: Int.self) { group in
            for task in 0..<8 {
                group.addTask {
                    var differing = 0
                    for round in 0..<6 {
                        for index in texts.indices {
                            let shifted = (index + task * 31 + round * 7) % texts.count
                            if Parsed(texts[shifted]).html != expected[shifted] { differing += 1 }
                        }
                    }
                    return differing
                }
            }
            return await group.reduce(0, +)
        }
        #expect(differing == 0)
        #expect(texts.count * 48 > 8000)
    }
}
