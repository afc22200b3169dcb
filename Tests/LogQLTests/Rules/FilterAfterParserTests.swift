import Diagnostics
import Testing

@testable import LogQL

@Suite struct FilterAfterParserTests {
    private let rule: RuleID = "logql/filter-after-parser"

    @Test(arguments: [
        ##"{app="x"} |= "a" | json | ⟦level="error"⟧"##,
        ##"{app="x"} | ⟦level=~"error|warn"⟧"##,
        ##"{app="x"} | json | ⟦app!="y"⟧, status="500""##,
        ##"{app="x"} |= "a" | json status | ⟦trace_id="7"⟧"##,
        ##"{app="x"} |= "a" | regexp `(?P<a>x)` | logfmt b | ⟦d > 10⟧"##,
        ##"{app="x"} | json | status="500""##,
        ##"{app="x"} | json status | status="500""##,
        ##"{app="x"} | json status | status_extracted="500""##,
        ##"{app="x"} | json | label_format level=severity | level="error""##,
        ##"{app="x"} | json | drop level | level="error""##,
        ##"{app="x"} | json | level="error" or status="500""##,
        ##"{app="x"} | json status | label_format a=b | a="1""##,
        ##"{app="x"} | json status | __error__="""##,
        ##"{app="x"} | json a | json | b="1""##,
    ])
    func finds(query: String) { expectFindings(rule, in: query, options: .index(["app", "level"])) }

    @Test func fixes() {
        expectFix(
            rule, of: ##"{app="x"} | json | level="error""##,
            ##"{app="x", level="error"} | json"##, isSafe: false, options: .index(["app", "level"]))
        expectFix(rule, of: ##"{app="x"} | json | level="error", a="b""##, nil, options: .index(["app", "level"]))
        expectFix(
            rule, of: ##"{app="x"} | json status | trace_id="7" |= "b""##,
            ##"{app="x"} | trace_id="7" | json status |= "b""##, options: .index(["app", "level"]))
        expectFix(
            rule, of: ##"{app="x"} | json status | d > 10"##,
            ##"{app="x"} | d > 10 | json status"##, isSafe: false, options: .index(["app", "level"]))
    }
}
