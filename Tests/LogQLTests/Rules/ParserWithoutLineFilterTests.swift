import Diagnostics
import Testing

@testable import LogQL

@Suite struct ParserWithoutLineFilterTests {
    private let rule: RuleID = "logql/parser-without-line-filter"

    @Test(arguments: [
        ##"{app="x"} ⟦| json⟧ | exception="TimeoutError""##,
        ##"{app="x"} | level="error" ⟦| logfmt⟧ | duration > 10s"##,
        ##"{app="x"} ⟦| pattern "<ip> <_>"⟧ | ip=ip("10.0.0.0/8")"##,
        ##"rate({app="x"} ⟦| json a="b.c"⟧ | a=~"5.." [5m])"##,
        ##"sum_over_time({app="x"} | logfmt | unwrap bytes | __error__="" [5m])"##,
        ##"{app="x"} |= "a" | json | b="c""##,
        ##"{app="x"} | json |= "a" | b="c""##,
        ##"{app="x"} | json"##,
        ##"sum by (status) (rate({app="x"} | json [5m]))"##,
        ##"{app="x"} | json | a!="b""##,
        ##"{app="x"} | json | a=~"b|""##,
        ##"{app="x"} | json | __error__="""##,
        ##"{app="x"} | json | app="x""##,
        ##"{app="x"} | json a | b="c""##,
        ##"{app="x"} | json | label_format a=b | a="c""##,
        ##"{app="x"} | json | a="b" or c="d""##,
        ##"{app="x"} | unpack | a="b""##,
    ])
    func finds(query: String) { expectFindings(rule, in: query) }

    @Test func fixes() {
        expectFix(
            rule, of: ##"{app="x"} | json | exception="TimeoutError""##,
            ##"{app="x"} |= "TimeoutError" | json | exception="TimeoutError""##, isSafe: false)
        expectFix(
            rule, of: ##"{app="x"} | json | a=ip("10.0.0.0/8")"##,
            ##"{app="x"} |= ip("10.0.0.0/8") | json | a=ip("10.0.0.0/8")"##, isSafe: false)
        expectFix(rule, of: ##"{app="x"} | json | status="5 xx""##, nil)
        expectFix(rule, of: ##"{app="x"} | json | d > 10"##, nil)
    }
}
