import Diagnostics
import Testing

@testable import LogQL

@Suite struct CaseInsensitiveRegexpTests {
    private let rule: RuleID = "logql/case-insensitive-regexp"

    @Test(arguments: [
        ##"{app=~⟦"(?i)shop"⟧} |~ ⟦`(?i)timeout`⟧"##,
        ##"{app="x"} !~ ⟦"(?is)a.b"⟧"##,
        ##"{app="x"} |~ "timeout" or ⟦"(?i:b)"⟧"##,
        ##"{app="x"} |~ "a(?i)""##,
        ##"{app="x"} |~ "(?-i)a""##,
        ##"{app="x"} |= "(?i)""##,
        ##"{app="x"} |~ "(?P<i>a)""##,
    ])
    func finds(query: String) { expectFindings(rule, in: query) }
}
