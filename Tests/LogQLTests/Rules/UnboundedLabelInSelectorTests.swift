import Diagnostics
import Testing

@testable import LogQL

@Suite struct UnboundedLabelInSelectorTests {
    private let rule: RuleID = "logql/unbounded-label-in-selector"

    @Test(arguments: [
        ##"{app="x", ⟦trace_id="a"⟧}"##,
        ##"rate({⟦user_id=~".+"⟧}[5m])"##,
        ##"{app="x"} | trace_id="a""##,
        ##"{app="x", tenant_id="a"}"##,
    ])
    func finds(query: String) { expectFindings(rule, in: query) }
}
