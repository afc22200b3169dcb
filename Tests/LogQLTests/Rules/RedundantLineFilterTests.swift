import Diagnostics
import Testing

@testable import LogQL

@Suite struct RedundantLineFilterTests {
    private let rule: RuleID = "logql/redundant-line-filter"

    @Test(arguments: [
        ##"{app="x"} |= "a" |~ "b.c" ⟦|= "a"⟧"##,
        ##"{app="x"} ⟦|= "timed out"⟧ |= "connection timed out""##,
        ##"{app="x"} != "time" | json ⟦!= "timeout"⟧"##,
        ##"{app="x"} |~ "a.b" ⟦|~ "a.b"⟧"##,
        ##"{app="x"} |= "a" or "b" ⟦|= "a" or "b"⟧"##,
        ##"{app="x"} |= "a" or "b" |= "a""##,
        ##"{app="x"} |= "a" | line_format "{{.b}}" |= "a""##,
        ##"{app="x"} |= "a" |= "b""##,
        ##"{app="x"} |~ "ab" |~ "a""##,
    ])
    func finds(query: String) { expectFindings(rule, in: query) }

    @Test func fixes() {
        expectFix(rule, of: ##"{app="x"} |= "a" |= "a" | json"##, ##"{app="x"} |= "a" | json"##)
        expectFix(rule, of: ##"{app="x"} |= "a" |= "ab""##, ##"{app="x"} |= "ab""##)
        expectFix(rule, of: ##"{app="x"} != "a" or "ab""##, nil)
    }
}
