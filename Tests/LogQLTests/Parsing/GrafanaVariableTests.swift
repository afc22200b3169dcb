import LogQL
import TestSupport
import Testing

@Suite struct GrafanaVariableTests {
    /// Variables wherever they can stand, with the canonical form.
    @Test(
        arguments: [
            ("rate({app=\"x\"}[$__interval])", "rate({app=\"x\"}[$__interval])"),
            ("rate({app=\"x\"} [ $__range ])", nil),
            ("rate({app=\"x\"}[$__range])", "rate({app=\"x\"}[$__range])"),
            ("rate({app=\"x\"}[$__rate_interval])", "rate({app=\"x\"}[$__rate_interval])"),
            ("rate({app=\"x\"}[$__auto])", "rate({app=\"x\"}[$__auto])"),
            ("rate({app=\"x\"}[${__range_s}s])", "rate({app=\"x\"}[${__range_s}s])"),
            ("rate({app=\"x\"}[${__interval_ms}ms])", "rate({app=\"x\"}[${__interval_ms}ms])"),
            ("rate({app=\"x\"}[[[window]]])", "rate({app=\"x\"}[[[window]]])"),
            ("rate({app=\"x\"}[5m] offset $shift)", "rate({app=\"x\"}[5m] offset $shift)"),
            (
                "count_over_time({app=\"x\"}[$__range]) / $__range_s",
                "(count_over_time({app=\"x\"}[$__range]) / $__range_s)"
            ),
            ("{app=$app}", "{app=$app}"), ("{app=~\"${app:regex}\"}", "{app=~\"${app:regex}\"}"),
            ("{app=~\"[[app]]\"}", "{app=~\"[[app]]\"}"), ("{$label=~\"$value\"}", "{$label=~\"$value\"}"),
            ("{${label}=\"x\",app_$env = [[app]]}", "{${label}=\"x\", app_$env=[[app]]}"),
            ("{app=\"x\", $filters}", "{app=\"x\", $filters}"), ("{ $filters }", "{$filters}"),
            ("{app=\"x\"} |= $search or `a`", "{app=\"x\"} |= $search or \"a\""),
            ("{app=\"x\"} |~ \"(?i)$search\" != ip($ip)", "{app=\"x\"} |~ \"(?i)$search\" != ip($ip)"),
            ("{app=\"x\"} | json a=$path | line_format $format", "{app=\"x\"} | json a=$path | line_format $format"),
            ("{app=\"x\"} | json | $field = $value | b=ip($ip)", "{app=\"x\"} | json | $field=$value | b=ip($ip)"),
            ("{app=\"x\"} | duration > $limit and size<${size}", "{app=\"x\"} | ( duration>$limit , size<${size} )"),
            ("{app=\"x\"} | label_format a=$b | drop $c, d=$e", "{app=\"x\"} | label_format a=$b | drop $c,d=$e"),
            ("{app=\"x\"} | regexp $expression", "{app=\"x\"} | regexp $expression"),
            ("{app=\"x\"} | regexp \"$expression\"", "{app=\"x\"} | regexp \"$expression\""),
            ("sum by ($group, b) (rate({app=\"x\"}[5m]))", "sum by ($group,b)(rate({app=\"x\"}[5m]))"),
            ("topk($n, rate({app=\"x\"}[5m]))", "topk($n,rate({app=\"x\"}[5m]))"),
            (
                "quantile_over_time($q, {app=\"x\"} | unwrap $field [5m])",
                "quantile_over_time($q,{app=\"x\"} | unwrap $field[5m])"
            ),
            ("rate({app=\"x\"}[5m]) > $limit", "(rate({app=\"x\"}[5m]) > $limit)"), ("vector($n)", "vector($n)"),
            (
                "label_replace(rate({app=\"x\"}[5m]), \"a\", $b, \"$c\", $d)",
                "label_replace(rate({app=\"x\"}[5m]),\"a\",$b,\"$c\",$d)"
            ),
        ] as [(String, String?)])
    func areKept(text: String, canonical: String?) {
        let query = Query(text, options: .grafana)
        #expect(query.expression?.canonical == canonical, "\(query.errors)")
        // What was printed is read as the same.
        if let canonical { #expect(Query(canonical, options: .grafana).expression?.canonical == canonical) }
    }

    @Test func prettyFormsHaveThemToo() {
        let long = String(repeating: "x", count: 90)
        let query = Query(
            "topk($n, quantile_over_time($q, {app=$app} |= \"\(long)\" | unwrap y [$__auto] offset $shift))",
            options: .grafana)
        let pretty = query.expression?.pretty ?? ""
        for part in ["topk(\n  $n,", "$q,", "{app=$app}", "[$__auto] offset $shift"] {
            #expect(pretty.contains(part), "\(pretty)")
        }
    }

    @Test(arguments: ["{app=$app}", "rate({app=\"x\"}[$__interval])", "sum by (${g}) (rate({app=\"x\"}[5m]))"])
    func areRefusedWithoutTheSwitch(text: String) {
        #expect(Query(text).expression == nil)
        #expect(Query(text, options: .grafana).errors.isEmpty)
    }

    @Test func nothingElseChanges() {
        for text in ["{app=\"x\"} | $ > 5", "{app=\"x\"} |= \"$1\"", "rate({app=\"x\"}[5m])", "{a=\"b\"} | a=\"[[x]\""]
        {
            let plain = Query(text)
            let open = Query(text, options: .grafana)
            #expect(plain.expression?.canonical == open.expression?.canonical)
            #expect(plain.errors == open.errors)
        }
    }

    @Test func errorsBesideThemAreTold() {
        expectErrors(
            "{app=$app} |= ⟦error⟧ | json | a > $b ⟦&&⟧ c = $d | line_format ⟦5⟧",
            ["found `error`, expected a string", "found `&&`, expected `and`", "found `5`, expected a string"],
            options: .grafana)
        expectErrors(
            "{app=⟦$⟧}", ["found `$`, expected a string"], options: .grafana)
        expectErrors("rate({app=\"x\"}[⟦$⟧])", ["`$` is no duration"], options: .grafana)
    }

    @Test func textsWithThemAreNotJudged() {
        for text in ["{app=~\"${app}(\"}", "{app=\"x\"} | pattern \"$p\"", "{app=\"x\"} | a = ip(\"$ip\")"] {
            #expect(Query(text).expression == nil)
            #expect(Query(text, options: .grafana).errors.isEmpty)
        }
    }

    @Test func theEngineRefusesThem() throws {
        for text in ["vector($n)", "rate({app=\"x\"}[5m]) > $limit"] {
            let expression = try #require(Query(text, options: .grafana).expression)
            #expect(throws: EngineError.self) {
                _ = try Engine(Dataset()).run(expression, QueryRequest(time: 0))
            }
        }
    }
}
