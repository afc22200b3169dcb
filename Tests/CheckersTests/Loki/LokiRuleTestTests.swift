import Diagnostics
import Testing
import YAML

@testable import Checkers

/// Alerts of Loki's ruler, asked again and again while lines come in.
struct LokiRuleTestTests {
    private static let rules = """
        groups:
          - name: shop
            rules:
              - alert: ShopErrors
                expr: sum by (env) (count_over_time({app="shop", level="error"}[5m])) > 10
                for: 5m
                labels:
                  severity: warning
                  where: "{{ $labels.env }}"
              - alert: Kept
                expr: sum(count_over_time({app="shop"} |= "kept" [1m])) > 0
                keep_firing_for: 10m
              - alert: Fails
                expr: sum(sum_over_time({app="shop"} | unwrap app [1m])) > 0
        """

    /// What is found in a file of tests, as `rule: text under it`, with the notes.
    private func findings(_ tests: String) -> [String] {
        func documents(_ text: String) -> [YAMLNode] {
            var findings: [Diagnostic] = []
            return YAMLStream(SourceFile(path: "rules.yaml", text: text + "\n"), into: &findings).documents
        }
        let book = LokiRuleBook(RuleFile(documents(Self.rules)).rules)
        let read = LokiRuleTests(documents(tests))
        let all = read.findings + read.cases.flatMap(book.failure)
        return all.map { "\($0.rule): \($0.span.text)" + $0.notes.map { " | " + $0 }.joined() }
    }

    private func test(_ checks: String, line: String = "refused", until: String = "20m") -> String {
        """
        tests:
          - name: one
            input_lines:
              - {labels: {app: shop, level: error, env: live}, line: "\(line)", every: 10s, from: 2m, until: \(until)}
            alert_rule_test:
        \(checks.split(separator: "\n").map { "      - " + $0 }.joined(separator: "\n"))
        """
    }

    @Test func anAlertFiresWhenItsTimeIsOver() {
        // From 2m on six lines a minute come: more than ten of them are there at 4m, and five minutes later it fires.
        let labels = "exp_labels: {severity: warning, env: live, where: live}"
        let checks = """
            {eval_time: 3m, alertname: ShopErrors, exp_alerts: []}
            {eval_time: 8m, alertname: ShopErrors, exp_alerts: []}
            {eval_time: 9m, alertname: ShopErrors, exp_alerts: [{\(labels)}]}
            {eval_time: 20m, alertname: ShopErrors, exp_alerts: [{exp_labels: {alertname: ShopErrors, severity: warning, env: live, where: live}}]}
            {eval_time: 26m, alertname: ShopErrors}
            """
        #expect(findings(test(checks)) == [])
    }

    @Test func aCaseThatDoesNotHoldIsShownAtWhatItExpects() {
        let firing = #"{env="live", severity="warning", where="live"}"#
        let found = findings(
            test("{eval_time: 8m, alertname: ShopErrors, exp_alerts: [{exp_labels: {severity: warning}}]}"))
        #expect(
            found == [
                "loki-rules/test-failed: [{exp_labels: {severity: warning}}]"
                    + #" | expected: {severity="warning"} | firing: none"#
            ])
        #expect(
            findings(test("{eval_time: 10m, alertname: ShopErrors, exp_alerts: []}"))
                == ["loki-rules/test-failed: [] | expected: none | firing: \(firing)"])
        #expect(
            findings(test("{eval_time: 10m, alertname: ShopErrors}"))
                == ["loki-rules/test-failed: ShopErrors | expected: none | firing: \(firing)"])
    }

    @Test func anAlertIsKeptFiringAsItSays() {
        let checks = """
            {eval_time: 5m, alertname: Kept, exp_alerts: [{exp_labels: {}}]}
            {eval_time: 14m, alertname: Kept, exp_alerts: [{exp_labels: {}}]}
            {eval_time: 17m, alertname: Kept, exp_alerts: []}
            """
        #expect(findings(test(checks, line: "kept", until: "5m")) == [])
    }

    @Test(arguments: [
        ("{eval_time: 1m, alertname: ShopError}", "loki-rules/test-failed: ShopError"),
        ("{eval_time: 3m, alertname: Fails}", "loki-rules/test-failed: Fails"),
        ("{eval_time: 300d, alertname: ShopErrors}", "loki-rules/test-failed: ShopErrors"),
        ("{eval_time: soon, alertname: ShopErrors}", "loki-rules/bad-duration: soon"),
        ("{alertname: ShopErrors}", "loki-rules/unknown-key: alertname"),
        ("{eval_time: 1m}", "loki-rules/unknown-key: eval_time"),
        ("{eval_time: 1m, alertname: ShopErrors, exp: []}", "loki-rules/unknown-key: exp"),
    ])
    func brokenCasesAreFound(check: String, finding: String) {
        #expect(findings(test(check)) == [finding])
    }

    @Test func linesWithoutEndAreRefused() {
        let text =
            "tests: [{input_lines: [{labels: {app: shop}, line: a, every: 1ms, until: 1d}], alert_rule_test: []}]"
        #expect(findings(text) == ["loki-rules/test-failed: 1ms"])
    }
}
