import Diagnostics
import Testing

@testable import Markup

@Suite struct TreeTests {
    @Test func dumpOfALittleOfEverything() {
        let document = Parsed("## T `c` {#t}\n\n1. a\n\n   > b[^n]\n\n```x\ny\n```\n[^n]: *z*\n").document
        #expect(
            TreeDump.of(document)
                == """
                document
                  heading "## T `c` {#t}" h2 #t
                    text "T "
                    code "`c`" = "c"
                    text ""
                  list "1. a\\n\\n   > b[^n]"
                    item "1. a\\n\\n   > b[^n]"
                      paragraph "a"
                        text "a"
                      blockQuote "> b[^n]"
                        paragraph "b[^n]"
                          text "b"
                          footnoteReference "[^n]" = "n"
                  codeBlock "```x\\ny\\n```" = "y\\n" language "x" body "y" closed by "```"
                  footnoteDefinition "[^n]: *z*" = "n"
                    paragraph "*z*"
                      emphasis "*z*"
                        text "z"

                """)
    }

    @Test(arguments: [
        "", "\n", "\u{FEFF}", "\u{FEFF}# T\n", "   ", "\r", "\r\n\r\n", "a\u{0}b\n", "[", "`", "```", "> ", "-",
    ])
    func oddTexts(_ text: String) {
        let parsed = Parsed(text)
        #expect(TreeFaults.of(parsed.document) == [])
        #expect(parsed.findings == [])
    }

    @Test func byteOrderMarkIsNotText() {
        let parsed = Parsed("\u{FEFF}# T\n\nx[^1]\n\n[^1]: n\n")
        #expect(parsed.document.headings.map(\.cursor.range) == [3..<6])
        #expect(parsed.document.footnotes.first?.definition?.range == 15..<22)
    }

    @Test func bytesThatAreNotUTF8() {
        let file = SourceFile(path: "test.md", bytes: [0x23, 0x20, 0xFF, 0xFE, 0x0A, 0xC3, 0x28, 0x0A])
        #expect(TreeFaults.of(Parsed(file).document) == [])
    }
}
