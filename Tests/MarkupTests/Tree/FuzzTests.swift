import Diagnostics
import TestSupport
import Testing

@testable import Markup

/// Texts put together at random: nothing crashes, and the tree keeps its form.
@Suite struct FuzzTests {
    private static let pieces: [String] = [
        "*", "**", "_", "`", "``", "```\n", "```x {#a}\n", "~~~\n", "[", "]", "(", ")", "<", ">", "> ", ">", "- ",
        "1. ",
        "    ", "\t", "\n", "\n\n", "\r\n", "\\", "&amp;", "&", "![", "[^1]", "[^1]: ", "[a]: /b \"c\"\n", "[a]", "|",
        "| - |\n",
        "# ", "## x {#y}\n", "===\n", "---\n", "::: tabs\n", "::: tab A\n", "::: details B\n", ":::\n", "<div>\n",
        "<!-- ",
        "-->", "https://x.y/z", "www.a.b", "c@d.ef", "~", "~~", "word", "two words", "é", "日本", "👩‍💻", "\u{FEFF}",
        "[!NOTE]\n",
        "[x] ", "\"", "'", ":", "  \n", "\\\n", "]: ", "](", "{", "}", "\\|",
    ]

    @Test(arguments: 0..<8)
    func treesKeepTheirForm(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        for _ in 0..<400 {
            let text = (0..<Int.random(in: 1...60, using: &random)).map { _ in
                Self.pieces.randomElement(using: &random) ?? ""
            }.joined()
            let parsed = Parsed(text)
            let faults = TreeFaults.of(parsed.document)
            if !faults.isEmpty { Issue.record("\(faults) in \(text.debugDescription)") }
            _ = parsed.html
        }
    }

    @Test(arguments: 0..<4)
    func anyBytes(_ seed: UInt64) {
        var random = SeededGenerator(seed: 100 + seed)
        for _ in 0..<300 {
            let bytes = (0..<Int.random(in: 0...80, using: &random)).map { _ in
                Bool.random(using: &random)
                    ? UInt8.random(in: 0...255, using: &random)
                    : "*_`[]()<>#-|~:\\&!\n \t".utf8.randomElement(using: &random) ?? 0
            }
            let parsed = Parsed(SourceFile(path: "fuzz.md", bytes: bytes))
            _ = parsed.html
            for node in parsed.document.nodes { #expect(node.range.upperBound <= bytes.count) }
        }
    }
}
