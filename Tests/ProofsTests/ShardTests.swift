import Diagnostics
import Proofs
import Site
import Testing

/// Parts of the snippets: each in one, the same on each machine, and moved by no other.
@Suite struct ShardTests {
    private func snippet(_ id: String, session: String? = nil) -> Snippet {
        let map = PositionMap(identity: SourceFile(path: "a.md", text: "x"))
        var request = ProofRequest()
        request.session = session.map { .init($0, at: map.origin(at: 0)) }
        return Snippet(
            id: id, isNamed: true, fragment: "a.md", number: 0, language: "text", kind: nil, code: [], map: map,
            opening: map.origin(at: 0), request: request, output: nil)
    }

    @Test func eachSnippetIsInOnePart() throws {
        let parts = try (1...5).map { try #require(Shard("\($0)/5")) }
        var counts = [0, 0, 0, 0, 0]
        for number in 0..<1000 {
            let own = parts.indices.filter { parts[$0].contains(snippet("page#heading/\(number)")) }
            try #require(own.count == 1)
            counts[own[0]] += 1
        }
        #expect(counts.allSatisfy { (150...250).contains($0) }, "\(counts)")
    }

    @Test func aSessionIsInOnePart() throws {
        let part = try #require(Shard("1/3"))
        let answers = Set((0..<20).map { part.contains(snippet("s\($0)", session: "setup")) })
        #expect(answers.count == 1)
    }

    @Test(arguments: ["", "0/3", "4/3", "1/0", "1", "a/b", "1/2/3", "-1/2"]) func whatIsNoPart(text: String) {
        #expect(Shard(text) == nil)
    }

    @Test func aPodOfAJobKnowsItsPart() {
        #expect(Shard(ofJobWith: 3) { _ in "2" } == Shard("3/3"))
        #expect(Shard(ofJobWith: 3) { _ in "3" } == nil)
        #expect(Shard(ofJobWith: 3) { _ in nil } == nil)
    }
}
