import Proofs
import Testing

/// Rule files of Prometheus: structure, expressions, texts, and whether tests show each alert firing and silent.
@Suite struct PrometheusRulesTests {
    static let rules = """
        groups:
          - name: loki
            rules:
              - alert: LokiDown
                expr: up{job="loki"} == 0
                for: 2m
                annotations: {summary: "{{ $labels.instance }} is down"}
        """
    static let tests = """
        rule_files: [rules.yaml]
        evaluation_interval: 30s
        tests:
          - interval: 30s
            input_series: [{series: 'up{job="loki"}', values: "1x4 0x20"}]
            alert_rule_test:
              - {eval_time: 6m, alertname: LokiDown, exp_alerts: [{exp_labels: {job: loki}, exp_annotations: {summary: " is down"}}]}
          - interval: 30s
            input_series: [{series: 'up{job="loki"}', values: "1x20"}]
            alert_rule_test: [{eval_time: 6m, alertname: LokiDown, exp_alerts: []}]
        """

    private func proving(tests: String = Self.tests, rules: String = Self.rules) -> Proving {
        var proving = Proving("yaml", as: "prometheus-rules")
        proving.files = ["pages/rules.yaml": rules, "pages/rules.test.yaml": tests]
        proving.request.container = .init("pages/rules.yaml", at: Origins.nowhere)
        return proving
    }

    @Test func testedRulesAreExecuted() async throws {
        let proof = try await proving()(Self.rules)
        #expect(proof.findings.isEmpty && proof.level == .executed, "\(proof.findings.map(\.message))")
        #expect(proof.claims == ["1 rule read", "each alert tested to fire and to stay silent"])
    }

    @Test func anAlertThatNoTestFiresOrSilencesIsTold() async throws {
        let lines = Self.tests.split(separator: "\n", omittingEmptySubsequences: false)
        let onlyFires = lines.prefix(7).joined(separator: "\n")
        #expect(try await proving(tests: onlyFires).findings(Self.rules) == ["prometheus-rules/never-silent: LokiDown"])
        let onlySilent = (lines.prefix(3) + lines.suffix(3)).joined(separator: "\n")
        #expect(try await proving(tests: onlySilent).findings(Self.rules) == ["prometheus-rules/never-fired: LokiDown"])
    }

    @Test func aTestThatFailsIsTold() async throws {
        let wrong = Self.tests.replacing("1x4 0x20", with: "1x40")
        #expect(
            try await proving(tests: wrong).findings(Self.rules).map { $0.prefix(28) } == [
                "prometheus-rules/test-failed"
            ])
    }

    @Test(arguments: [
        ("expr: up{job=\"loki\"} == 0", "expr: up{job=\"loki\" == 0", "promql/syntax: =="),
        (
            "expr: up{job=\"loki\"} == 0", "expr: rate(loki_panics_total[5m]) > 0",
            "promql/unknown-metric: loki_panics_total"
        ),
        ("up{job=\"loki\"} == 0", "sum by (job) (up) == 0", "prometheus-rules/template-label: instance"),
    ])
    func aFaultIsToldAtItsBytes(found: String, replacement: String, expected: String) async throws {
        let rules = Self.rules.replacing(found, with: replacement)
        #expect(rules != Self.rules)
        #expect(try await proving(rules: rules).findings(rules).first == expected)
    }

    @Test func whatPrometheusRefusesIsToldAtItsLine() async throws {
        let rules = Self.rules.replacing("for: 2m", with: "fore: 2m")
        let proof = try await Proving("yaml", as: "prometheus-rules")(rules)
        #expect(proof.findings.first?.rule == "prometheus-rules/refused")
        #expect(proof.findings.first?.span.text.contains("fore: 2m") == true, "\(proof.findings)")
    }

    @Test func aFileOfTestsIsRun() async throws {
        var proving = Proving("yaml", as: "prometheus-rule-test")
        proving.files = ["pages/rules.yaml": Self.rules]
        let inline = Self.tests.replacing("rule_files: [rules.yaml]", with: "rule_files:\n  - rules.yaml")
        let proof = try await proving(inline)
        #expect(proof.level == .executed && proof.findings.isEmpty, "\(proof.findings)")
        let wrong = inline.replacing("1x4 0x20", with: "1x40")
        #expect(try await proving(wrong).findings.map(\.rule.text) == ["prometheus-rules/test-failed"])
    }
}
