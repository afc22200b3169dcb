import Proofs
import Testing

/// Rules of Loki's ruler.
@Suite struct LokiRulesTests {
    static let rules = """
        groups:
          - name: fraiseql
            interval: 1m
            rules:
              - alert: Errors
                expr: |
                  sum by (app) (rate({app="fraiseql", level="error"}[5m])) > 1
                for: 5m
                annotations: {summary: "{{ $labels.app }} fails"}
        """

    @Test func soundRulesPass() async throws {
        let records = Self.rules.replacing("alert: Errors", with: "record: app:errors")
            .replacing("                for: 5m\n", with: "")
        let proof = try await Proving("yaml", as: "loki-rules")(records)
        #expect(proof.findings.isEmpty && proof.level == .validated && proof.claims == ["1 rule read"], "\(proof)")
    }

    @Test func anAlertWithoutCasesIsToldOfBoth() async throws {
        #expect(
            try await Proving("yaml", as: "loki-rules").findings(Self.rules)
                == ["loki-rules/never-fired: Errors", "loki-rules/never-silent: Errors"])
    }

    @Test(arguments: [
        ("expr: |", "expression: |", ["loki-rules/unknown-key: alert", "loki-rules/unknown-key: expression"]),
        ("interval: 1m", "interval: 1 minute", ["loki-rules/bad-duration: 1 minute"]),
        ("for: 5m", "for: five", ["loki-rules/bad-duration: five"]),
        ("level=\"error\"}[5m]", "level=error}[5m]", ["logql/syntax: error"]),
        ("$labels.app", "$labels.pod", ["prometheus-rules/template-label: pod"]),
        ("alert: Errors", "allert: Errors", ["loki-rules/unknown-key: allert", "loki-rules/unknown-key: allert"]),
    ])
    func aFaultIsToldAtItsBytes(found: String, replacement: String, expected: [String]) async throws {
        let text = Self.rules.replacing(found, with: replacement)
        #expect(text != Self.rules)
        #expect(try await Proving("yaml", as: "loki-rules").findings(text) == expected)
    }

    @Test func aQueryForLinesIsNoRule() async throws {
        let text = "- alert: A\n  expr: '{app=\"x\"}'\n"
        #expect(
            try await Proving("yaml", as: "loki-rules").findings(text).contains("loki-rules/log-query: '{app=\"x\"}'"))
    }
}
