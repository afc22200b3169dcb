import Proofs
import TestSupport
import Testing

@testable import Checkers

/// JSON and dashboards: what is none, and what Grafana would not show.
@Suite struct JSONTests {
    @Test(arguments: [
        (#"{"a": 1,}"#, "json/syntax: ,"), (#"{'a': 1}"#, "json/syntax: '"), ("[1, 2", "json/syntax: \n"),
        (#"{"a": tru}"#, "json/syntax: tru"), (#"{"a": None}"#, "json/syntax: None"), ("[01]", "json/syntax: 01"),
        ("[1.]", "json/syntax: 1."), ("// no\n[]", "json/syntax: /"), (#"["\x"]"#, #"json/syntax: \"#),
        ("[\"a\nb\"]", "json/syntax: \""), (#"{"é" 1}"#, "json/syntax: 1"), ("[] []", "json/syntax: ["),
        ("", "json/syntax: "),
        (#"{"a": 1, "a": 2}"#, #"yaml/duplicate-key: "a""#), ("NaN", "json/syntax: NaN"),
        (String(repeating: "[", count: 600), "json/syntax: ["),
    ])
    func aFaultIsToldAtItsBytes(text: String, expected: String) async throws {
        #expect(try await Proving("json").findings(text).first?.trimmingPrefix("") == expected[...])
    }

    @Test(arguments: [
        #"{"a": [1, -0, 2.5e-3, true, false, null, "é\n\u00e9\/"], "b": {}}"#, "3", #""x""#, "\t[ ]\r\n",
        #"{"emoji": "\ud83d\ude00"}"#,
    ])
    func soundTextsPass(text: String) async throws {
        let proof = try await Proving("json")(text)
        #expect(proof.findings.isEmpty && proof.level == .parsed, "\(proof)")
    }

    /// Whatever the bytes, the answer comes, and its place lies in the text.
    @Test func anyBytesAreAnswered() {
        var random = SeededGenerator(seed: 4)
        let seeds = [#"{"a": [1, {"b": "c\u0041"}], "d": -1.5e3}"#, "[[[]]]", #""\\""#].map { Array($0.utf8) }
        for _ in 0..<20_000 {
            var text = seeds[Int.random(in: 0..<seeds.count, using: &random)]
            for _ in 0..<Int.random(in: 0..<4, using: &random) where !text.isEmpty {
                let place = Int.random(in: 0..<text.count, using: &random)
                text[place] = UInt8.random(in: 0...255, using: &random)
            }
            if let problem = JSONText.problem(in: text) {
                #expect(problem.range.lowerBound >= 0 && problem.range.upperBound <= max(1, text.count))
            }
        }
    }

    static let dashboard = """
        {"title": "T", "schemaVersion": 42,
         "templating": {"list": [{"name": "app", "type": "custom"}, {"name": "loki", "type": "datasource"}]},
         "panels": [
          {"id": 1, "type": "logs", "title": "Lines", "gridPos": {"x": 0, "y": 0, "w": 12, "h": 8},
           "datasource": {"type": "loki", "uid": "${loki}"},
           "targets": [{"refId": "A", "expr": "{app=\\"$app\\"} |= \\"x\\""}]},
          {"id": 2, "type": "timeseries", "title": "Rate", "gridPos": {"x": 12, "y": 0, "w": 12, "h": 8},
           "datasource": {"type": "prometheus", "uid": "p"},
           "targets": [{"refId": "A", "expr": "rate(loki_panic_total[$__rate_interval])"}]}]}
        """

    @Test func aSoundDashboardIsRead() async throws {
        let proof = try await Proving("json", as: "grafana-dashboard")(Self.dashboard)
        #expect(proof.findings.isEmpty && proof.level == .validated, "\(proof.findings.map(\.message))")
        #expect(proof.claims == ["2 panels", "2 queries read"])
    }

    @Test(arguments: [
        (#""title": "T", "#, "", #"schema/missing-key: "schemaVersion""#),
        (#""id": 2"#, #""id": 1"#, "grafana/duplicate-panel-id: 1"),
        (#""x": 12"#, #""x": 11"#, #"grafana/panel-place: {"x": 11, "y": 0, "w": 12, "h": 8}"#),
        (#""x": 12"#, #""x": 13"#, #"grafana/panel-place: {"x": 13, "y": 0, "w": 12, "h": 8}"#),
        ("$app", "$ap", "grafana/unknown-variable: $ap"), ("${loki}", "${lokki}", "grafana/unknown-variable: ${lokki}"),
        (#""type": "timeseries""#, #""type": "graph""#, #"grafana/removed-panel: "graph""#),
        (#""refId": "A", "expr": "rate"#, #""expr": "rate"#, #"schema/missing-key: "expr""#),
        (#"|= \"x\""#, #"|= x"#, "logql/syntax: x"),
        (#""type": "logs""#, #""type": "stat""#, #"loki-rules/log-query: "{app=\"$app\"} |= \"x\"""#),
        ("loki_panic_total", "loki_panics_total", "promql/unknown-metric: loki_panics_total"),
        ("[$__rate_interval]", "", "promql/syntax: loki_panic_total"),
    ])
    func aFaultOfADashboardIsToldAtItsBytes(found: String, replacement: String, expected: String) async throws {
        let text = Self.dashboard.replacing(found, with: replacement, maxReplacements: 1)
        #expect(text != Self.dashboard)
        #expect(try await Proving("json", as: "grafana-dashboard").findings(text) == [expected])
    }
}
