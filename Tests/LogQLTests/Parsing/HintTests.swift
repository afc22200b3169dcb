import LogQL
import TestSupport
import Testing

@Suite struct HintTests {
    @Test func ranges() {
        expectHint("{app=\"x\"}⟦[5m]⟧", "a range stands inside an aggregation, as in `rate({app=\"x\"}[5m])`")
        expectHint("rate({app=\"x\"}⟦)⟧", "say over which time, as in `rate({app=\"x\"}[5m])`")
        expectHint("rate({app=\"x\"}[⟦5⟧])", "write a number and a unit, as in `[5m]` or `[1h30m]`")
        expectHint("rate({app=\"x\"}[⟦5m:1m⟧])", "LogQL has no subqueries; a range is a duration, as in `[5m]`")
        expectHint(
            "rate(⟦count_over_time⟧({app=\"x\"}[5m]))",
            "a range aggregation reads lines; to add up numbers write `sum(count_over_time(…))`")
        expectHint("rate(⟦app⟧=\"x\"[5m])", "labels stand in braces, as in `{app=\"…\"}`")
    }

    @Test func quotes() {
        expectHint("{app=⟦x⟧}", "write it in quotes: `\"x\"`")
        expectHint("{app=\"x\"} |= ⟦error⟧", "write it in quotes: `\"error\"`")
        expectHint("{app=\"x\"} | level = ⟦error⟧", "write it in quotes: `\"error\"`")
        expectHint("{app=\"x\"} | level =~ ⟦error⟧", "write it in quotes: `\"error\"`")
        expectHint("{app=⟦'x'⟧}", "use double quotes or backticks")
        expectHint("{app=⟦'xyz'⟧}", "use double quotes or backticks")
        expectHint("{app=⟦“x y”⟧}", "these are typographic quotes; write straight ones")
        expectHint("{app=\"x\"} |= ⟦‘a’⟧", "these are typographic quotes; write straight ones")
    }

    @Test func lineFilters() {
        expectHint("{app=\"x\"} ⟦=⟧ \"a\"", "to search lines write `|= \"text\"`")
        expectHint("{app=\"x\"} ⟦=~⟧ \"a\"", "to search lines write `|~ \"text\"`")
        expectHint("{app=\"x\"} ⟦\"a\"⟧", "to search lines write `|= \"text\"`")
        expectHint("{app=\"x\"} | ⟦\"a\"⟧", "to search lines write `|= \"a\"`")
        expectHint("{app=\"x\"} |= \"a\" or ⟦|=⟧ \"b\"", "behind `or` stands the text alone")
        expectHint("{app=\"x\"} |= \"a\" ⟦||⟧ \"b\"", "write `or`")
        expectHint("{app=\"x\"} |= \"a\" ⟦and⟧ \"b\"", "write a filter for each text, as in `|= \"a\" |= \"b\"`")
        expectHint("{app=\"x\"} |= \"a\" ⟦&&⟧ \"b\"", "write a filter for each text, as in `|= \"a\" |= \"b\"`")
    }

    @Test func labelFilters() {
        expectHint("{app=\"x\"} | level ⟦==⟧ \"error\"", "`==` compares numbers: write `=\"error\"`")
        expectHint("{app=\"x\"} | status > ⟦\"500\"⟧", "`>` compares numbers: take the quotes away")
        expectHint("{app=\"x\"} | a > 1 ⟦&&⟧ b > 2", "write `and`")
        expectHint("{app=\"x\"} | a > 1 ⟦||⟧ b > 2", "write `or`")
        expectHint("{app=\"x\"} | level⟦:⟧error", "a label is compared with `=`, as in `level=\"…\"`")
        expectHint("{app=\"x\"} | msg ⟦LIKE⟧ \"%x%\"", "to compare with an expression write `msg=~\".*text.*\"`")
        expectHint("{app=\"x\"} | level ⟦in⟧ (\"a\", \"b\")", "write `level=~\"a|b\"`")
    }

    @Test func selectors() {
        expectHint(
            "{app=\"x\" ⟦and⟧ level=\"y\"}", "matchers are joined by commas, and all of them must hold")
        expectHint("{app=\"x\",⟦}⟧", "take the comma before it away")
        expectHint("⟦level⟧:error", "a query begins with a selector in braces, as in `{level=\"…\"}`")
        expectHint("⟦level⟧=\"error\"", "a query begins with a selector in braces, as in `{level=\"…\"}`")
        expectHint("⟦error⟧", "a query begins with a selector, as in `{app=\"x\"} |= \"text\"`")
        expectHint("⟦|=⟧ \"error\"", "a query begins with a selector, as in `{app=\"x\"} |= \"text\"`")
    }

    @Test func stages() {
        expectHint("{app=\"x\"} | ⟦jsno⟧", "did you mean `json`?")
        expectHint("{app=\"x\"} | ⟦lin_format⟧ \"x\"", "did you mean `line_format`?")
        expectHint(
            "{app=\"x\"} | json ⟦|⟧ unwrap x",
            "`unwrap` stands inside an aggregation over a range, as in `sum_over_time({…} | unwrap x [5m])`")
        expectHint("{app=\"x\"} | ⟦sum⟧(x)", "an aggregation stands round its query, as in `sum(…)`")
    }

    @Test func functions() {
        expectHint("⟦count_ovr_time⟧({app=\"x\"}[5m])", "did you mean `count_over_time`?")
        expectHint("⟦summ⟧ (rate({app=\"x\"}[5m]))", "did you mean `sum`?")
        expectHint(
            "⟦histogram_quantile⟧(0.9, rate({app=\"x\"}[5m]))",
            "LogQL computes quantiles of values: `quantile_over_time(0.95, {…} | unwrap x [5m])`")
        expectHint("⟦increase⟧({app=\"x\"}[5m])", "LogQL counts lines with `count_over_time({…}[5m])`")
        expectHint(
            "⟦clamp_max⟧(rate({app=\"x\"}[5m]), 5)", "`clamp_max` is a function of PromQL; LogQL has no such function")
    }

    @Test func metrics() {
        let numbers = "make numbers of the lines, as in `count_over_time({app=\"x\"}[5m])`"
        expectHint("sum(⟦{app=\"x\"}⟧)", numbers)
        expectHint("sum(⟦{app=\"x\"}[5m]⟧)", numbers)
        expectHint("sum(⟦)⟧", "put numbers inside, as in `sum(count_over_time({app=\"x\"}[5m]))`")
        expectHint("rate({app=\"x\"}[5m]) ⟦&&⟧ rate({app=\"y\"}[5m])", "write `and`")
        expectHint("rate({app=\"x\"}[5m]) ⟦||⟧ rate({app=\"y\"}[5m])", "write `or`")
    }

    @Test func groupings() {
        let beside = "a grouping stands beside an aggregation, as in `sum by (app) (…)`"
        expectHint("⟦by⟧ (app) sum(rate({app=\"x\"}[5m]))", beside)
        expectHint("sum(rate({app=\"x\"}[5m] ⟦by⟧ (app)))", beside)
        expectHint("sum(rate({app=\"x\"}[5m])) by (app) ⟦by⟧ (app)", beside)
        expectHint("count_over_time({app=\"x\"} ⟦by⟧ (app) [5m])", beside)
        expectHint(
            "rate ⟦by⟧ (app) ({app=\"x\"}[5m])", "group in an aggregation round it, as in `sum by (app) (rate(…))`")
        expectHint(
            "rate({app=\"x\"}[5m]) ⟦by (app)⟧", "group in an aggregation round it, as in `sum by (x) (rate(…))`")
    }

    @Test func variables() {
        let hint = "variables of Grafana are read where they are switched on, by `--grafana`"
        expectHint("rate({app=\"x\"}[⟦$__interval⟧])", hint)
        expectHint("{app=⟦$⟧app}", hint)
        expectHint("topk(⟦$⟧n, rate({app=\"x\"}[5m]))", hint)
    }
}
