import Diagnostics
import Testing

@testable import LogQL

@Suite struct WideSelectorTests {
    private let rule: RuleID = "logql/wide-selector"

    @Test(arguments: [
        ##"{⟦app=~".+", app!="x"⟧}"##,
        ##"{⟦app=~".+", env!~"p.*"⟧} |= "a""##,
        ##"rate({⟦app!=""⟧}[5m])"##,
        ##"{app=~"a.*", env!="p"}"##,
        ##"{app="x"}"##,
        ##"{app=~".+", env="p"}"##,
    ])
    func finds(query: String) { expectFindings(rule, in: query) }
}
