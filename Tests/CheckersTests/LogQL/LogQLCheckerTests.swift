import Proofs
import TestSupport
import Testing

/// Queries as snippets: looked through, and run on a dataset.
@Suite struct LogQLCheckerTests {
    private static let lines = """
        {"labels":{"app":"lamp","level":"info"},"ts":"1772395200000000000","line":"lit"}
        {"labels":{"app":"lamp","level":"info"},"ts":"1772395202000000000","line":"turns"}
        {"labels":{"app":"lamp","level":"error"},"ts":"1772395203000000000","line":"bulb 2 is dark"}

        """

    private func proving(data: String? = "lamp") -> Proving {
        var proving = Proving("logql")
        proving.files = ["lamp.jsonl": Self.lines]
        proving.configuration = "datasets: {lamp: {files: [lamp.jsonl], now: 2026-03-01T20:00:10Z}}"
        proving.request.data = data.map { .init($0, at: Origins.nowhere) }
        return proving
    }

    @Test(arguments: [
        ("{app=\"lamp\"} |= \"dark\"", "bulb 2 is dark\n", "1 line"),
        ("{app=\"lamp\", level=\"info\"}", "turns\nlit\n", "2 lines"),
    ])
    func aLogQueryTellsItsLines(query: String, output: String, claim: String) async throws {
        let proof = try await proving()(query)
        #expect(proof.findings.isEmpty && proof.level == .executed, "\(proof.findings.map(\.message))")
        #expect(proof.output.map { String(decoding: $0, as: UTF8.self) } == output)
        #expect(proof.claims == ["run on `lamp`", claim])
        #expect(proof.measures.first { $0.name == "lines read" }?.value ?? 0 > 0)
    }

    @Test func aMetricQueryTellsItsSeries() async throws {
        let proof = try await proving()("sum by (level) (count_over_time({app=\"lamp\"}[1m]))")
        #expect(proof.findings.isEmpty && proof.claims == ["run on `lamp`", "2 series"])
    }

    @Test func aRangeTellsItsSeriesAtEachStep() async throws {
        var proving = proving()
        proving.request.window = .init(.init(range: 12_000_000_000, step: 4_000_000_000), at: Origins.nowhere)
        let proof = try await proving("sum by (level) (rate({app=\"lamp\"}[4s]))")
        #expect(proof.findings.isEmpty && proof.level == .executed)
        #expect(proof.claims == ["run on `lamp`", "2 series, 2 values"])
        #expect(
            proof.output.map { String(decoding: $0, as: UTF8.self) } == """
                time                  {level="error"}  {level="info"}
                2026-03-01T20:00:02Z  -                0.5
                2026-03-01T20:00:06Z  0.25             -

                """)
        let lines = try await proving("{app=\"lamp\"}")
        #expect(lines.level == .validated && lines.findings.map(\.rule.text) == ["snippet/range"])
    }

    @Test func whatFindsNothingIsToldAtTheQuery() async throws {
        #expect(
            try await proving().findings("{app=\"lamp\"} |= \"storm\"") == [
                "logql/finds-nothing: {app=\"lamp\"} |= \"storm\""
            ])
        #expect(try await proving().findings("absent_over_time({app=\"lamp\"}[1m])").isEmpty)
    }

    @Test func aFaultIsToldAtItsBytes() async throws {
        let proof = try await proving()("{app=\"lamp\"")
        #expect(proof.level == nil && proof.findings.first?.rule.text == "logql/syntax")
        let query = "{app=\"lamp\"} | json | level=\"error\""
        #expect(try await proving().findings(query).contains("logql/filter-after-parser: level=\"error\""))
    }

    @Test func withoutADatasetItIsValidated() async throws {
        let proof = try await proving(data: nil)("{app=\"lamp\"}")
        #expect(proof.level == .validated && proof.claims == ["read and linted"] && proof.output == nil)
        #expect(try await proving(data: "buoy")("{app=\"lamp\"}").shortfall == "the dataset `buoy` can't be read")
    }
}
