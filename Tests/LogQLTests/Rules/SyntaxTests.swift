import Diagnostics
import Testing

@testable import LogQL

@Suite struct SyntaxTests {
    private let rule: RuleID = "logql/syntax"

    @Test(arguments: [
        ##"{app="x"}⟦[5m]⟧"##,
        ##"{app=⟦'x'⟧}"##,
        ##"⟦|=⟧ "timeout""##,
        ##"{app="x"} |= "a""##,
    ])
    func finds(query: String) { expectFindings(rule, in: query) }
}
