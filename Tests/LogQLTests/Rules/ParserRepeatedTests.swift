import Diagnostics
import Testing

@testable import LogQL

@Suite struct ParserRepeatedTests {
    private let rule: RuleID = "logql/parser-repeated"

    @Test(arguments: [
        ##"{app="x"} | json | level="a" ⟦| json⟧"##,
        ##"{app="x"} | logfmt |= "b" ⟦| logfmt⟧"##,
        ##"{app="x"} | json | logfmt"##,
        ##"{app="x"} | json | line_format "{{.a}}" | json"##,
        ##"{app="x"} | json a | json b"##,
        ##"{app="x"} | json | drop a | json"##,
        ##"{app="x"} | logfmt | logfmt --strict"##,
    ])
    func finds(query: String) { expectFindings(rule, in: query) }

    @Test func fixes() {
        expectFix(rule, of: ##"{app="x"} | json | json | a="b""##, ##"{app="x"} | json | a="b""##, isSafe: false)
    }
}
