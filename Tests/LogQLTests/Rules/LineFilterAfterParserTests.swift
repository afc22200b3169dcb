import Diagnostics
import Testing

@testable import LogQL

@Suite struct LineFilterAfterParserTests {
    private let rule: RuleID = "logql/line-filter-after-parser"

    @Test(arguments: [
        ##"{app="x"} | json | a > 1 ⟦|= "b" != "c"⟧"##,
        ##"{app="x"} |= "a" | logfmt ⟦|= "b"⟧"##,
        ##"{app="x"} | line_format "{{.a}}" | pattern "<a> <b>" ⟦|~ "b.c"⟧"##,
        ##"{app="x"} | json | line_format "{{.a}}" |= "b""##,
        ##"{app="x"} | unpack |= "b""##,
        ##"{app="x"} | level="a" |= "b""##,
        ##"{app="x"} |= "b" | json | a > 1"##,
        ##"{app="x"} | decolorize |= "b" | json"##,
    ])
    func finds(query: String) { expectFindings(rule, in: query) }

    @Test func fixes() {
        expectFix(rule, of: ##"{app="x"} |= "a" | json | d > 1 |= "b""##, ##"{app="x"} |= "a" |= "b" | json | d > 1"##)
        expectFix(rule, of: ##"{app="x"} | drop a | json != "b""##, ##"{app="x"} != "b" | drop a | json"##)
        expectFix(
            rule, of: ##"{app="x"} | line_format "{{.a}}" | json |= "b" | c="d""##,
            ##"{app="x"} | line_format "{{.a}}" |= "b" | json | c="d""##)
        expectFix(rule, of: ##"rate({app="x"} | json\##n  |= "b" [5m])"##, ##"rate({app="x"} |= "b" | json\##n [5m])"##)
    }
}
