import Diagnostics
import Testing

@testable import LogQL

@Suite struct RangeBelowStepTests {
    private let rule: RuleID = "logql/range-below-step"

    @Test(arguments: [
        ##"rate({app="x"}⟦[1m]⟧)"##,
        ##"sum(count_over_time({app="x"}⟦[4m59s]⟧)) / sum(count_over_time({app="x"}[5m]))"##,
        ##"rate({app="x"}[10m])"##,
        ##"last_over_time({app="x"} | unwrap a | __error__="" [1m])"##,
        ##"{app="x"}"##,
    ])
    func finds(query: String) { expectFindings(rule, in: query, options: .step(seconds: 300)) }

    @Test func withoutAStepThereIsNothingToSay() { expectFindings(rule, in: ##"rate({app="x"}[1s])"##) }
}
