import Diagnostics
import Testing

@testable import LogQL

@Suite struct UnusedLineFormatTests {
    private let rule: RuleID = "logql/unused-line-format"

    @Test(arguments: [
        ##"count_over_time({app="x"} | json ⟦| line_format "{{.a}}"⟧ [5m])"##,
        ##"rate({app="x"} ⟦| decolorize⟧ | level="a" [5m])"##,
        ##"rate({app="x"} ⟦| line_format "a"⟧ | line_format "b" |= "b" [5m])"##,
        ##"rate({app="x"} | line_format "{{.a}}" | json [5m])"##,
        ##"rate({app="x"} | line_format "{{.a}}" | line_format "{{__line__}}" |= "b" [5m])"##,
        ##"rate({app="x"} | line_format "{{.a}}" | label_format b="{{__line__}}" [5m])"##,
        ##"bytes_rate({app="x"} | line_format "{{.a}}" [5m])"##,
        ##"{app="x"} | line_format "{{.a}}""##,
    ])
    func finds(query: String) { expectFindings(rule, in: query) }

    @Test func fixes() {
        expectFix(
            rule, of: ##"rate({app="x"} | json | line_format "{{.a}} b" | c="d" [5m])"##,
            ##"rate({app="x"} | json | c="d" [5m])"##)
        expectFix(
            rule, of: ##"rate({app="x"} | line_format "{{.a | ToLower}}" [5m])"##,
            ##"rate({app="x"} [5m])"##, isSafe: false)
    }
}
