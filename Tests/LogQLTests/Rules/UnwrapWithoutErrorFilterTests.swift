import Diagnostics
import Testing

@testable import LogQL

@Suite struct UnwrapWithoutErrorFilterTests {
    private let rule: RuleID = "logql/unwrap-without-error-filter"

    @Test(arguments: [
        ##"sum_over_time({app="x"} | json ⟦| unwrap d⟧ [5m])"##,
        ##"max_over_time({app="x"} | json | __error__="" ⟦| unwrap duration(d)⟧ [5m]) by (a)"##,
        ##"sum_over_time({app="x"} | json | e > 1 | __error__="" ⟦| unwrap d⟧ [5m])"##,
        ##"sum_over_time({app="x"} | json | unwrap d | __error__="" [5m])"##,
        ##"sum_over_time({app="x"} | json | unwrap d | a="b" | __error__=~"" [5m])"##,
        ##"sum_over_time({app="x"} | json | d > 0 | __error__="" | unwrap d [5m])"##,
        ##"rate({app="x"} | json [5m])"##,
    ])
    func finds(query: String) { expectFindings(rule, in: query) }

    @Test func fixes() {
        expectFix(
            rule, of: ##"sum_over_time({app="x"} | json | unwrap d [5m])"##,
            ##"sum_over_time({app="x"} | json | unwrap d | __error__="" [5m])"##, isSafe: false)
    }
}
