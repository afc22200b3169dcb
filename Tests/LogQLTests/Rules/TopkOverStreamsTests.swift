import Diagnostics
import Testing

@testable import LogQL

@Suite struct TopkOverStreamsTests {
    private let rule: RuleID = "logql/topk-over-streams"

    @Test(arguments: [
        ##"⟦topk⟧(10, rate({app="x"}[5m]))"##,
        ##"⟦bottomk⟧(1, count_over_time({app="x"} | json [5m]))"##,
        ##"topk(10, sum by (a) (rate({app="x"}[5m])))"##,
        ##"topk(10, max_over_time({app="x"} | unwrap a | __error__="" [5m]) by (b))"##,
        ##"topk(10, rate({app="x"} | keep a [5m]))"##,
    ])
    func finds(query: String) { expectFindings(rule, in: query) }
}
