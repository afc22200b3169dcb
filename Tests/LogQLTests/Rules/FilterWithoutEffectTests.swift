import Diagnostics
import Testing

@testable import LogQL

@Suite struct FilterWithoutEffectTests {
    private let rule: RuleID = "logql/filter-without-effect"

    @Test(arguments: [
        ##"{app="x", ⟦env=~".*"⟧} ⟦|= ""⟧ |= "timeout""##,
        ##"{app="x"} ⟦|~ ".*"⟧ |= "a" ⟦|~ ``⟧"##,
        ##"{app="x"} | json | ⟦level=~".*"⟧"##,
        ##"{app="x"} | json | level=~".+""##,
        ##"{app="x"} != """##,
        ##"{app="x"} |= "" or "a""##,
        ##"{app="x"} |= "a""##,
    ])
    func finds(query: String) { expectFindings(rule, in: query) }

    @Test func fixes() {
        expectFix(rule, of: ##"{app="x", env=~".*"}"##, ##"{app="x"}"##)
        expectFix(rule, of: ##"{env=~".*", app="x"}"##, ##"{app="x"}"##)
        expectFix(rule, of: ##"{app="x"} |= "" |= "a""##, ##"{app="x"} |= "a""##)
        expectFix(rule, of: ##"{app="x"} | json | level=~".*" | a="b""##, ##"{app="x"} | json | a="b""##)
        expectFix(
            rule, of: ##"absent_over_time({app="x", env=~".*"}[5m])"##,
            ##"absent_over_time({app="x"}[5m])"##, isSafe: false)
        expectFix(rule, of: ##"{app="x"} | drop a |= "" != "b""##, nil)
    }
}
