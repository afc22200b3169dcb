import Diagnostics
import Proofs
import TestSupport
import Testing

/// Lines and columns of tools lead to bytes, whatever numbers a tool makes up.
@Suite struct SnippetPlacesTests {
    private func snippet(_ code: String) -> Snippet {
        let map = PositionMap(identity: SourceFile(path: "a.md", text: code))
        return Snippet(
            id: "a", isNamed: false, fragment: "a.md", number: 0, language: "text", kind: nil, code: Array(code.utf8),
            map: map, opening: map.origin(at: 0), request: ProofRequest(), output: nil)
    }

    private static let code = "one\n  två ord_2 (x)\n\t\nlast"

    @Test(
        arguments: [
            (1, nil, nil, nil, "one"), (2, nil, nil, nil, "två ord_2 (x)"), (3, nil, nil, nil, "\t"),
            (4, nil, nil, nil, "last"),
            (2, 3, nil, nil, "två"), (2, 5, nil, nil, "å"), (2, 7, nil, nil, "ord_2"), (2, 13, nil, nil, "("),
            (2, 99, nil, nil, ""), (5, nil, nil, nil, ""), (99, 1, nil, nil, ""), (0, nil, nil, nil, "one"),
            (-1, 1, nil, nil, "one"),
            (1, 0, nil, nil, "one"), (1, Int.min, nil, nil, "one"), (Int.max, Int.max, nil, nil, ""),
            (2, 3, 2, 6, "två"), (2, 3, 4, 3, "två ord_2 (x)\n\t\nla"), (2, 3, nil, 6, "två"), (2, 7, 1, 1, ""),
            (2, 7, 99, 1, "ord_2"),
            (1, 1, Int.max, Int.min, "one"),
        ] as [(Int, Int?, Int?, Int?, String)])
    func places(line: Int, column: Int?, endLine: Int?, endColumn: Int?, expected: String) {
        let snippet = snippet(Self.code)
        let range = snippet.range(line: line, column: column, endLine: endLine, endColumn: endColumn)
        #expect(String(decoding: snippet.code[range], as: UTF8.self) == expected)
    }

    @Test func anyNumbersGiveARangeOfTheText() {
        var random = SeededGenerator(seed: 11)
        let texts = ["", "\n", "a", "é\n\n", Self.code].map(snippet)
        let numbers = [Int.min, -1, 0, 1, 2, 3, 4, 5, 9, Int.max]
        for _ in 0..<5_000 {
            let snippet = texts[Int.random(in: 0..<texts.count, using: &random)]
            let pick = { (random: inout SeededGenerator) in numbers[Int.random(in: 0..<numbers.count, using: &random)] }
            let range = snippet.range(
                line: pick(&random), column: Bool.random(using: &random) ? pick(&random) : nil,
                endLine: Bool.random(using: &random) ? pick(&random) : nil,
                endColumn: Bool.random(using: &random) ? pick(&random) : nil)
            #expect(range.lowerBound >= 0 && range.upperBound <= snippet.code.count)
        }
    }
}
