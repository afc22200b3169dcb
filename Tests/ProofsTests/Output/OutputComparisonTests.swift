import Proofs
import Testing

/// What `...`, `[..]` and `[NAME]` stand for, and where two texts part.
@Suite struct OutputComparisonTests {
    @Test(arguments: [
        ("a\nb\n", "a\nb\n"), ("a  \n\n", "a"), ("a\r\n", "a\n"), ("...", ""), ("...", "a\nb"), ("a\n...\nz", "a\nz"),
        ("a\n...\nz", "a\nb\nz\ny\nz"), ("...\nb\n...\nd", "a\nb\nc\nb\nd"), ("t=[..]s", "t=12 ms"),
        ("id [ID] and [ID]", "id x1 and x1"), ("[ID]\n[ID]", "q\nq"), ("[error] x", "[error] x"), ("", ""),
        ("", "\n\n"),
        ("[..]b[..]", "abcb"),
    ])
    func theseAgree(expected: String, printed: String) {
        #expect(OutputComparison(expected: Array(expected.utf8), printed: Array(printed.utf8)).difference == nil)
    }

    @Test(arguments: [
        ("a\nb\n", "a\nc\n", OutputComparison.Difference.line(2..<3, printed: "c")),
        ("a\nb\n", "a\n", .line(2..<3, printed: nil)), ("a\n", "a\nb\nc\n", .more(["b", "c"])),
        ("[ID] [ID]", "x y", .line(0..<9, printed: "x y")), ("[ID]", "two words", .line(0..<4, printed: "two words")),
        ("a\n...\nz", "a\nb", .line(6..<7, printed: nil)), ("", "a", .more(["a"])),
    ])
    func thesePart(expected: String, printed: String, difference: OutputComparison.Difference) {
        #expect(OutputComparison(expected: Array(expected.utf8), printed: Array(printed.utf8)).difference == difference)
    }

    /// Many lines and many places for anything take no time that grows with their product's power.
    @Test func hostileTextsAreAnswered() {
        let printed = Array(repeating: "a\n", count: 20_000).joined()
        let expected = Array(repeating: "...\na\n", count: 20).joined() + "b\n"
        #expect(OutputComparison(expected: Array(expected.utf8), printed: Array(printed.utf8)).difference != nil)
    }
}
