import Checkers
import Configuration
import Diagnostics
import Proofs
import TestSupport
import Testing
import YAML

/// PromQL and dashboards, run on the project's series by promtool.
struct PromSeriesTests {
    private static let series = """
        interval: 30s
        input_series:
          - series: 'up{job="loki", instance="a, {b}\\"c"}'
            values: "1x120"
          - series: 'loki_panic_total{job="loki"}'
            values: "0+1x120"
          - series: 'loki_inflight_requests{job="loki", method="GET"}'
            values: "2x120"
          - series: 'loki_inflight_requests{job="loki", method="POST"}'
            values: "4x120"

        """

    private func proving(_ language: String, as kind: String? = nil, series: String = Self.series) -> Proving {
        var proving = Proving(language, as: kind)
        proving.files = ["data/loki.yaml": series]
        proving.configuration = "series: {loki: {file: data/loki.yaml, now: 30m}}\n"
        proving.request.data = Located(
            "loki", at: PositionMap(identity: SourceFile(path: "p.md", text: "x")).origin(at: 0))
        return proving
    }

    @Test(arguments: [
        ("up", #"{__name__="up", instance="a, {b}\"c", job="loki"} 1"# + "\n"),
        ("sum(rate(loki_panic_total[5m])) * 3", "{} 0.1\n"),
        ("2 / (up * 0)", #"{instance="a, {b}\"c", job="loki"} +Inf"# + "\n"),
        ("sort_desc(loki_inflight_requests)", nil), ("vector(time())", "{} 1800\n"),
    ])
    func isRun(_ query: String, _ output: String?) async throws {
        let proof = try await proving("promql")(query)
        #expect(proof.level == .executed && proof.findings.isEmpty, "\(proof.findings.map(\.message))")
        if let output { #expect(String(decoding: proof.output ?? [], as: UTF8.self) == output) }
        #expect(proof.claims.contains("run on `loki`"))
    }

    @Test(arguments: [
        ("up{job=\"lokki\"}", ["promql/finds-nothing: up{job=\"lokki\"}"]),
        (
            "loki_inflight_requests / on (job) loki_inflight_requests",
            [
                "promql/fails: loki_inflight_requests / on (job) loki_inflight_requests"
            ]
        ),
    ])
    func isFaulty(_ query: String, _ expected: [String]) async throws {
        #expect(try await proving("promql").findings(query) == expected)
    }

    @Test(arguments: [
        ("interval: 30s\n", "has no list `input_series`"), ("a: [\n", "is no YAML"),
        ("input_series: [{series: up}]\n", "the element 1 of `input_series` lacks `series` or `values`"),
        ("input_series: [{series: 'up{', values: '1x2'}]\n", "promtool gave no answer"),
    ])
    func seriesAreBroken(_ text: String, _ message: String) async throws {
        let proof = try await proving("promql", series: text)("up")
        #expect(proof.findings.map(\.rule.text) == ["proof/tool-failed"])
        #expect(proof.level == .validated)
        let said = try #require(proof.findings.first?.message)
        #expect(said.contains(message) || message.hasPrefix("promtool") && said.contains("data/loki.yaml"), "\(said)")
    }

    private static func dashboard(_ expressions: String...) -> String {
        let panels = expressions.enumerated().map { number, expression in
            #"{"id": \#(number), "type": "timeseries", "title": "T\#(number)", "datasource": {"type": "prometheus"}, "#
                + #""targets": [{"refId": "A", "expr": "\#(expression)"}]}"#
        }
        return #"{"title": "D", "schemaVersion": 39, "panels": [\#(panels.joined(separator: ", "))]}"#
    }

    @Test func panelsHaveData() async throws {
        let proving = proving("json", as: "grafana-dashboard")
        let proof = try await proving(Self.dashboard("up", "rate(loki_panic_total[$__rate_interval])"))
        #expect(proof.level == .executed && proof.findings.isEmpty)
        #expect(proof.claims.last == "2 queries find data in `loki`")
    }

    @Test func panelWithoutData() async throws {
        let proving = proving("json", as: "grafana-dashboard")
        #expect(
            try await proving.findings(Self.dashboard("up", "sum(rate(loki_nothing_total[5m]))"))
                .contains("promql/unknown-metric: loki_nothing_total"))
        let proof = try await proving(Self.dashboard("up", "up > 1"))
        #expect(proof.level == .validated)
        #expect(proof.findings.map { "\($0.rule): \($0.span.text)" } == ["promql/finds-nothing: up > 1"])
    }
}
