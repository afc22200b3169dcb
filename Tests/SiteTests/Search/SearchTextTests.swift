import Diagnostics
import Markup
import Testing

@testable import Site

@Suite struct SearchTextTests {
    private func sections(_ markdown: String) -> [String] {
        let file = SourceFile(path: "page.md", text: markdown)
        var findings: [Diagnostic] = []
        let document = Document.parse(file.bytes, map: PositionMap(identity: file), into: &findings)
        return SearchText(document).sections.map { section in
            let title = String(decoding: section.title, as: UTF8.self)
            return "\(section.anchor)|\(section.level)|\(title)|\(String(decoding: section.text, as: UTF8.self))"
        }
    }

    @Test func headingsPartTheText() {
        #expect(
            sections("before\n\n# One `code` *two*\n\na\nb\n\n### Deep {#d}\n\n- c\n- d\n")
                == ["|0||before", "one-code-two|1|One code two|a b", "d|3|Deep|c d"])
    }

    @Test func codeAndTablesAreText() {
        #expect(
            sections("```yaml\na:\n    b: \"1\"\n```\n\n| x | y |\n|---|---|\n| 1 | **2** |\n") == [
                "|0||a: b: \"1\" x y 1 2"
            ])
    }

    @Test func titlesOfContainersAreText() {
        #expect(
            sections("::: tabs\n::: tab Docker\nx\n:::\n:::\n\n::: details More\ny\n:::\n") == ["|0||Docker x More y"])
    }

    @Test func whatReadersDoNotSeeIsNoText() {
        #expect(
            sections(
                "a <b class=\"c\">d</b> <!-- e -->\n\n<div title=\"f\">g</div>\n\n```sh {hidden}\nh\n```\n\n[i](j.md \"k\") ![l](m.svg)\n"
            )
                == ["|0||a d g i l"])
    }

    @Test func footnotesAndEntitiesAreRead() {
        #expect(sections("a&nbsp;&lt;b[^1]\n\n[^1]: The note.\n") == ["|0||a\u{A0}<b The note."])
    }
}
