import Configuration
import Diagnostics
import Proofs
import Testing

/// Counts of what is proven, and the least that a project asks.
@Suite struct CoverageTests {
    private static let page =
        ProofProject.fence("#a", "print 1") + ProofProject.output("1")
        + ProofProject.fence("#b skip=\"needs a cluster\"", "x")
        + ProofProject.fence("#c", "silent\nlack no lamp") + ProofProject.fence("#d", "error x")
        + ProofProject.fence("#e", "level parsed") + ProofProject.fence("#f bad=words/fault", "level parsed\nerror x")
        + "```odd\nx\n```\n\n```\nx\n```\n"

    private func findings(_ coverage: String, page: String = page) async throws -> [Diagnostic] {
        let project = try ProofProject(page)
        let verdicts = try await project.run().verdicts
        var findings: [Diagnostic] = []
        let text =
            "site: {title: T}\npublications: [{id: t, title: T, source: p, navigation: []}]\ncoverage: \(coverage)\n"
        let configuration = try #require(
            Configuration(SourceFile(path: "galley.yml", text: text), into: &findings), "\(findings.map(\.message))")
        return CoverageGate.findings(verdicts, try #require(configuration.proofs.coverage))
    }

    @Test func countsAreTold() async throws {
        let summary = ProofSummary(try await ProofProject(Self.page).run().verdicts)
        #expect(
            summary.line
                == "3 of 8 blocks proven (1 matched, 1 validated, 1 parsed), 1 skipped, 1 unproven here, 3 failed")
        #expect(
            summary.table == """
                language  blocks  parsed  validated  executed  matched  skipped  unproven  failed
                none           1       -          -         -        -        -         -       1
                odd            1       -          -         -        -        -         -       1
                words          6       1          1         -        1        1         1       1
                all            8       1          1         -        1        1         1       3

                """)
        #expect(ProofSummary([]).line == "0 of 0 blocks proven")
    }

    @Test(arguments: [
        ("{proven: 38}", ["38"], "3 of 8 blocks are proven, less than 38 %"),
        ("{skipped: 12}", ["12"], "1 of 8 blocks are skipped, more than 12 %"),
        ("{languages: {words: validate}}", ["validate"], "2 blocks of `words` are not validated"),
        ("{languages: {words: parse}}", ["parse"], "1 block of `words` is not parsed"),
        ("{proven: 37, skipped: 13, languages: {yaml: run}}", [], ""),
    ])
    func whatIsTooLowIsToldAtItsSetting(coverage: String, under: [String], message: String) async throws {
        let findings = try await findings(coverage)
        #expect(findings.map(\.span.text) == under && findings.allSatisfy { $0.rule == "coverage/too-low" })
        #expect(findings.first?.message ?? "" == message)
    }

    @Test func theSnippetsAreNamed() async throws {
        let low = try #require(try await findings("{languages: {words: validate}}").first)
        #expect(low.related.map(\.message) == ["`c` is not proven: no lamp", "`e` is parsed"])
        let open = try #require(try await findings("{proven: 100}").first)
        #expect(
            open.related.map(\.span.text) == [
                "```words {#b skip=\"needs a cluster\"}", "```words {#c}", "```words {#d}", "```odd", "```",
            ])
        let many = String(repeating: ProofProject.fence("", "error x"), count: 12)
        #expect(try await findings("{proven: 1}", page: many).first?.notes == ["and 2 more"])
    }

    @Test func withoutSnippetsNothingIsAsked() async throws {
        #expect(try await findings("{proven: 100}", page: "Text.\n").isEmpty)
    }
}
