import TestSupport
import Testing

@testable import Markup

@Suite struct FenceAttributeSyntaxTests {
    @Test(arguments: [
        ("logql ⟦{⟧#a", "the attributes are not closed"),
        ("logql {#a} ⟦more⟧", "nothing may follow the attributes"),
        ("logql ⟦#a title=x⟧", "only the language may stand outside braces"),
        ("logql ⟦title⟧ {#a}", "only the language may stand outside braces"),
        ("logql {⟦#⟧ lines}", "`#` has no id after it"),
        ("logql {#⟦a/b⟧}", "`a/b` can't be an id"),
        ("logql {⟦id=a⟧}", "an id is written with `#`"),
        ("logql {⟦!x⟧ lines}", "`!x` is no attribute"),
        ("logql {title⟦=⟧ lines}", "`=` has no value after it"),
        ("logql {lines title=⟦\"⟧open}", "this quote is not closed"),
        ("logql {⟦title⟧}", "`title` needs a value"),
        ("logql {⟦hidden=yes⟧}", "`hidden` takes no value"),
        ("logql {mark=1,⟦3-2⟧}", "`3-2` names no lines"),
        ("logql {mark=⟦0⟧}", "`0` names no lines"),
        ("logql {mark=\"1,⟦⟧\"}", "`` names no lines"),
    ])
    func malformed(_ info: String, _ message: String) {
        let text = MarkedText("```\(info)\nx\n```\n")
        let found = Parsed(text.file()).findings.first
        #expect(found == Finding("fence/attribute-syntax", text.ranges[0], message))
    }

    @Test func allProblemsAtOnce() {
        let parsed = Parsed("``` {# title !y mark=x #ok}\n```\n")
        #expect(parsed.findings.count == 4)
        #expect(parsed.document.codeBlocks.first?.id == "ok")
    }
}
