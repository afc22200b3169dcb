import Diagnostics
import Testing

@testable import LogQL

@Suite struct GroupingByUnboundedLabelTests {
    private let rule: RuleID = "logql/grouping-by-unbounded-label"

    @Test(arguments: [
        ##"sum by (⟦trace_id⟧, level) (rate({app="x"}[5m]))"##,
        ##"topk(5, sum by (⟦requestID⟧) (rate({app="x"}[5m])))"##,
        ##"max_over_time({app="x"} | json | unwrap d | __error__="" [5m]) by (⟦context_user_id⟧)"##,
        ##"sum by (⟦client_ip⟧) (rate({app="x"}[5m]))"##,
        ##"sum by (zip, tenant_id, description) (rate({app="x"}[5m]))"##,
        ##"sum without (trace_id) (rate({app="x"}[5m]))"##,
        ##"{app="x"} | trace_id="a""##,
    ])
    func finds(query: String) { expectFindings(rule, in: query) }

    @Test func namesAreReadWithUnderscores() {
        #expect(LintOptions.underscored("requestID") == "request_id")
        #expect(LintOptions.underscored("TraceId") == "trace_id")
        #expect(LintOptions.underscored("span_id") == "span_id")
        #expect(LintOptions.underscored("HTTP") == "http")
    }
}
