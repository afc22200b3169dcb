import Diagnostics
import Testing

@testable import LogQL

@Suite struct FiltersExcludeEachOtherTests {
    private let rule: RuleID = "logql/filters-exclude-each-other"

    @Test(arguments: [
        ##"{app="x"} |= "timed out" ⟦!= "time"⟧"##,
        ##"{app="x"} |= "ab" or "cab" | json ⟦!= "ab"⟧"##,
        ##"{app="x", ⟦app="y"⟧}"##,
        ##"{app="x", ⟦app!="x"⟧}"##,
        ##"{app="x"} | json | a="1" | ⟦a="2"⟧"##,
        ##"{app="x"} |= "ab" or "c" != "ab""##,
        ##"{app="x"} |= "a" != "ab""##,
        ##"{app="x"} |= "a" | line_format "{{.b}}" != "a""##,
        ##"{app="x"} | json | a="1" | label_format a=b | a="2""##,
        ##"{app="x"} | json | a="1" or a="2""##,
        ##"{app="x", app=~"y"}"##,
    ])
    func finds(query: String) { expectFindings(rule, in: query) }
}
