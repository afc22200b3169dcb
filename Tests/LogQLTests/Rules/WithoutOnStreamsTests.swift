import Diagnostics
import Testing

@testable import LogQL

@Suite struct WithoutOnStreamsTests {
    private let rule: RuleID = "logql/without-on-streams"

    @Test(arguments: [
        ##"sum ⟦without (pod)⟧ (rate({app="x"}[5m]))"##,
        ##"max_over_time({app="x"} | unwrap a | __error__="" [5m]) ⟦without (b)⟧"##,
        ##"sum without (a) (sum by (a, b) (rate({app="x"}[5m])))"##,
        ##"sum by (a) (rate({app="x"}[5m]))"##,
        ##"sum without (a) (rate({app="x"} | keep a, b [5m]))"##,
    ])
    func finds(query: String) { expectFindings(rule, in: query) }
}
