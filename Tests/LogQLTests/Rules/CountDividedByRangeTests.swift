import Diagnostics
import Testing

@testable import LogQL

@Suite struct CountDividedByRangeTests {
    private let rule: RuleID = "logql/count-divided-by-range"

    @Test(arguments: [
        ##"⟦count_over_time({app="x"}[5m]) / 300⟧"##,
        ##"1 + ⟦bytes_over_time({app="x"}[1m] offset 1h) / 60⟧"##,
        ##"⟦sum by (a) (count_over_time({app="x"}[1m])) / 60⟧"##,
        ##"count_over_time({app="x"}[5m]) / 60"##,
        ##"count_over_time({app="x"}[5m]) * 300"##,
        ##"sum_over_time({app="x"} | unwrap a | __error__="" [5m]) / 300"##,
        ##"300 / count_over_time({app="x"}[5m])"##,
        ##"max(count_over_time({app="x"}[1m])) / 60"##,
    ])
    func finds(query: String) { expectFindings(rule, in: query) }

    @Test func fixes() {
        expectFix(rule, of: ##"count_over_time({app="x"}[5m]) / 300 > 2"##, ##"rate({app="x"}[5m]) > 2"##)
        expectFix(rule, of: ##"bytes_over_time({app="x"}[1m]) / 60"##, ##"bytes_rate({app="x"}[1m])"##)
        expectFix(
            rule, of: ##"sum(count_over_time({app="x"}[1m])) / 60"##,
            ##"sum(rate({app="x"}[1m]))"##, isSafe: false)
        expectFix(rule, of: ##"(count_over_time({app="x"}[5m])) / 300"##, nil)
    }
}
