import Diagnostics
import Testing

@testable import LogQL

@Suite struct UnboundedRangeTests {
    private let rule: RuleID = "logql/unbounded-range"

    @Test(arguments: [
        ##"rate({app="x"}⟦[7d]⟧)"##,
        ##"rate({app="x"}[1d])"##,
        ##"sum(rate({app="x"}⟦[24h1s]⟧)) / sum(rate({app="x"}[1h]))"##,
    ])
    func finds(query: String) { expectFindings(rule, in: query) }

    @Test func theLimitCanBeSet() {
        var options = LintOptions()
        options.longestRange = 3_600_000_000_000
        expectFindings(rule, in: ##"rate({app="x"}⟦[2h]⟧)"##, options: options)
    }
}
