import Diagnostics
import Testing

@testable import LogQL

@Suite struct UnknownIndexLabelTests {
    private let rule: RuleID = "logql/unknown-index-label"

    @Test(arguments: [
        ##"{app="x", ⟦lvl⟧="a"}"##,
        ##"rate({⟦severity⟧!="a", level="b"}[5m])"##,
        ##"{app="x", level="a"} | trace_id="b""##,
    ])
    func finds(query: String) { expectFindings(rule, in: query, options: .index(["app", "level"])) }

    @Test func withoutAnIndexThereIsNothingToSay() { expectFindings(rule, in: ##"{anything="x"}"##) }
}
