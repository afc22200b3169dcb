import Testing

@testable import Markup

@Suite struct AlertTests {
    @Test(arguments: zip(["NOTE", "TIP", "IMPORTANT", "WARNING", "caution"], AlertKind.allCases))
    func kinds(_ mark: String, _ kind: AlertKind) {
        let parsed = Parsed("> [!\(mark)]\n> Some *text*.\n>\n> - item\n")
        let alert = parsed.document.root.firstChild
        #expect(alert?.alertKind == kind)
        let title = "\(kind.title)"
        #expect(
            parsed.html == """
                <aside class="alert alert-\(kind.name)" role="note"><p class="alert-title">\(title)</p>
                <p>Some <em>text</em>.</p>
                <ul>
                <li>item</li>
                </ul>
                </aside>

                """)
    }

    @Test func markInAParagraphOfItsOwn() {
        let parsed = Parsed("> [!NOTE]\n>\n> Text.\n")
        #expect(parsed.html.contains("<p class=\"alert-title\">Note</p>\n<p>Text.</p>\n</aside>"))
    }

    @Test(arguments: [
        "> [!NOTE]\n", "> [!NOTE] text\n", "> text\n> [!NOTE]\n", "> [!NOTES]\n> text\n", "> \\[!NOTE]\n> text\n",
        "- > [!NOTE]\n  > text\n", "> > [!NOTE]\n> > text\n", "> **[!NOTE]**\n> text\n", "> ```\n> [!NOTE]\n> ```\n",
    ])
    func others(_ text: String) {
        #expect(!Parsed(text).html.contains("alert"))
    }

    @Test func insideContainers() {
        #expect(Parsed("::: details More\n> [!TIP]\n> Text.\n:::\n").html.contains("alert-tip"))
    }
}
