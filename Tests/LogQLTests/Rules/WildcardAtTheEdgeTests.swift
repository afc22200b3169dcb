import Diagnostics
import Testing

@testable import LogQL

@Suite struct WildcardAtTheEdgeTests {
    private let rule: RuleID = "logql/wildcard-at-the-edge"

    @Test(arguments: [
        ##"{app="x"} |~ ⟦".*took [0-9]+ms.*"⟧"##,
        ##"{app="x"} !~ ⟦"a.c.*?"⟧"##,
        ##"{app="x"} |~ "a.c" or ⟦`.*b.d`⟧"##,
        ##"{app="x"} |~ ".*a.*""##,
        ##"{app="x"} |~ "a.*b""##,
        ##"{app="x"} |~ `a.b\.*`"##,
        ##"{app=~"a.*"} | json | b=~".*c.*""##,
        ##"{app="x"} |~ "a|.*""##,
        ##"{app="x"} |~ ".*""##,
    ])
    func finds(query: String) { expectFindings(rule, in: query) }

    @Test func fixes() {
        expectFix(rule, of: ##"{app="x"} |~ `.*a\d.*`"##, ##"{app="x"} |~ "a\\d""##)
        expectFix(rule, of: ##"{app="x"} !~ "(?i).*a" | json"##, ##"{app="x"} !~ "(?i)a" | json"##)
    }
}
