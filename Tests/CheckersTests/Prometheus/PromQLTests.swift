import Checkers
import Proofs
import TestSupport
import Testing

/// PromQL: what promtool refuses and what Loki does not have, at its bytes.
@Suite struct PromQLTests {
    private let proving = Proving("promql")

    @Test(arguments: [
        "sum by (tenant, reason) (rate(loki_discarded_samples_total{job=\"loki\"}[5m])) > 0",
        "histogram_quantile(0.99, sum by (le, route) (rate(loki_request_duration_seconds_bucket{route=~\"loki_api_v1_push|x\"}[5m])))",
        "loki_ingester_memory_streams / on (instance) group_left (pod) up",
        "time() - max(loki_boltdb_shipper_compact_tables_operation_last_successful_run_timestamp_seconds > 0)",
        "absent(loki_build_info) or count(loki_panic_total)  # \"unclosed",
        "node_filesystem_avail_bytes{mountpoint='/loki'}[5m:1m]",
        "sum(loki_request_duration_seconds_count{route=\"loki_api_v1_push\"} offset 5m) unless vector(0)"
            .replacing("sum(", with: "count("),
    ])
    func soundQueriesPass(query: String) async throws {
        let proof = try await proving(query)
        #expect(proof.findings.isEmpty && proof.level == .validated, "\(proof.findings.map(\.message))")
        #expect(proof.tools.count == 1)
    }

    @Test(arguments: [
        ("rate(loki_panic_total)", ["promql/syntax: loki_panic_total"]),
        ("sum(rate(up[5m])", ["promql/syntax: )"]),
        ("up +\n  sum by (x", ["promql/syntax: x"]),
        (
            "rate(loki_distributor_line_received_total[5m])",
            ["promql/unknown-metric: loki_distributor_line_received_total"]
        ),
        ("rate(loki_internal_log_messages_total[5m])", ["promql/unknown-metric: loki_internal_log_messages_total"]),
        ("loki_ingester_memory_streams_bucket", ["promql/unknown-metric: loki_ingester_memory_streams_bucket"]),
        ("sum by (user) (rate(loki_discarded_samples_total[5m]))", ["promql/unknown-label: user"]),
        ("loki_ingester_memory_streams{user=\"x\"}", ["promql/unknown-label: user"]),
        ("rate(loki_request_duration_seconds_count{route=\"push\"}[5m])", ["promql/unknown-route: push"]),
        ("sum(loki_discarded_samples_total) > 100", ["promql/counter-without-rate: loki_discarded_samples_total"]),
        ("rate(loki_ingester_memory_streams[5m])", ["promql/rate-of-gauge: loki_ingester_memory_streams"]),
        (
            "histogram_quantile(0.99, sum by (route) (rate(loki_request_duration_seconds_bucket[5m])))",
            ["promql/quantile-without-le: sum"]
        ),
        (
            "histogram_quantile(0.99, sum without (le) (rate(loki_request_duration_seconds_bucket[5m])))",
            ["promql/quantile-without-le: sum"]
        ),
    ])
    func aFaultIsToldAtItsBytes(query: String, expected: [String]) async throws {
        #expect(try await proving.findings(query) == expected)
    }

    @Test func withoutPromtoolNothingIsProven() async throws {
        var proving = proving
        proving.path = "/nonexistent"
        let proof = try await proving("up")
        #expect(proof.level == nil && proof.findings.isEmpty && proof.shortfall == "promtool is not installed")
    }

    @Test(arguments: ["exit 1", "echo garbage; exit 3", "kill -9 $$", "yes"])
    func aPromtoolThatFailsProvesNothing(script: String) async throws {
        let tools = try TemporaryFolder(files: ["promtool": "#!/bin/sh\n[ \"$1\" = --version ] && exit 0\n\(script)\n"])
        try tools.makeExecutable("promtool")
        var proving = proving
        proving.path = tools.url.path + ":/usr/bin:/bin"
        let proof = try await proving("up")
        #expect(proof.level == nil && proof.findings.map(\.rule.text) == ["proof/tool-failed"])
    }
}
