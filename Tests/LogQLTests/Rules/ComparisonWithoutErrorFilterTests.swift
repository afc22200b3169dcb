import Diagnostics
import Testing

@testable import LogQL

@Suite struct ComparisonWithoutErrorFilterTests {
    private let rule: RuleID = "logql/comparison-without-error-filter"

    @Test(arguments: [
        ##"count_over_time({app="x"} | json ⟦| d > 10⟧ [5m])"##,
        ##"sum(rate({app="x"} | logfmt ⟦| d > 10ms or a="b"⟧ | level="info" [5m]))"##,
        ##"rate({app="x"} | json | __error__="" ⟦| size >= 1KB⟧ [5m])"##,
        ##"rate({app="x"} | json | d > 10 | __error__="" [5m])"##,
        ##"rate({app="x"} | json | d > 10 | drop __error__ [5m])"##,
        ##"rate({app="x"} | json | d > 10, __error__="" [5m])"##,
        ##"sum_over_time({app="x"} | json | d > 10 | unwrap d | __error__="" [5m])"##,
        ##"{app="x"} | json | d > 10"##,
        ##"rate({app="x"} | json | d="10" [5m])"##,
    ])
    func finds(query: String) { expectFindings(rule, in: query) }

    @Test func fixes() {
        expectFix(
            rule, of: ##"rate({app="x"} | json | d > 10 [5m])"##,
            ##"rate({app="x"} | json | d > 10 | __error__="" [5m])"##, isSafe: false)
    }
}
