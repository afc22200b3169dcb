import Diagnostics
import Testing

@testable import LogQL

@Suite struct RegexpWhereLiteralServesTests {
    private let rule: RuleID = "logql/regexp-where-literal-serves"

    @Test(arguments: [
        ##"{⟦app=~"shop"⟧} ⟦|~ ".*TimeoutError.*"⟧"##,
        ##"{app="x", ⟦host!~`^a\.b$`⟧}"##,
        ##"{app="x"} | json | b="c" or ⟦status=~"500"⟧ | drop ⟦a=~"b"⟧"##,
        ##"{app="x"} ⟦|~ "a" or "b"⟧"##,
        ##"{app=~"a|b", env=~"p.*"} |~ "a|b" |~ "took [0-9]+" |~ "(?i)a""##,
        ##"{app="x"} |~ "a" or "b.c""##,
        ##"{app="x"} !~ "a" or "b""##,
        ##"{app="x"} |= "a.*""##,
        ##"{app=~".+"}"##,
        ##"{app="x"} |~ `\d`"##,
        ##"{app="x"} |~ `\Qa\E`"##,
    ])
    func finds(query: String) { expectFindings(rule, in: query) }

    @Test func fixes() {
        expectFix(rule, of: ##"{app=~"shop", a="b"}"##, ##"{app="shop", a="b"}"##)
        expectFix(rule, of: ##"{app="x"} |~ `10\.0\.0\.1`"##, ##"{app="x"} |= "10.0.0.1""##)
        expectFix(rule, of: ##"{app="x"} |~ "a" or ".*b""##, ##"{app="x"} |= "a" or "b""##)
        expectFix(rule, of: ##"{app="x"} !~ "a" | json"##, ##"{app="x"} != "a" | json"##)
        expectFix(
            rule, of: ##"absent_over_time({app=~"shop"}[5m])"##,
            ##"absent_over_time({app="shop"}[5m])"##, isSafe: false)
        expectFix(rule, of: ##"rate({app="x"} | json | a!~"b" [5m])"##, ##"rate({app="x"} | json | a!="b" [5m])"##)
    }
}
