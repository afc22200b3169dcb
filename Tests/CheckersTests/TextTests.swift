import Proofs
import Testing

/// Plain text and differences.
@Suite struct TextTests {
    @Test(arguments: [
        ("text", "plain\ttext\n\nwith é\n", []),
        ("text", "a \u{1B}[31mred\u{1B}[0m", ["text/control-character: \u{1B}", "text/control-character: \u{1B}"]),
        ("diff", "--- a\n+++ b\n@@ -1,2 +1,2 @@\n x\n-y\n+z\n", []),
        ("diff", "@@ -1,3 +1,3 @@ head\n x\n-y\n+z\n", ["diff/malformed: @@ -1,3 +1,3 @@ head"]),
        ("diff", "@@ -1 +1 @@\n-y\n+z\n@@ -9,2 +9,1 @@\n a\n-b\n\\ No newline at end of file\n", []),
        ("diff", "@@ -1 +1 @@\n-y\n+z\nstray\n", ["diff/malformed: stray"]), ("diff", "- old\n+ new\n", []),
    ])
    func findings(language: String, text: String, expected: [String]) async throws {
        #expect(try await Proving(language).findings(text) == expected)
    }
}
