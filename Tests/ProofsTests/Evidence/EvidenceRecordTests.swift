import Diagnostics
import Proofs
import Site
import TestSupport
import Testing
import YAML

/// The record of a run, and where it no longer speaks of what is written.
@Suite struct EvidenceRecordTests {
    private let file: Located<String>

    init() {
        let source = SourceFile(path: "galley.yml", text: "evidence: proofs.json\n")
        file = Located("proofs.json", at: PositionMap(identity: source).origin(of: 10..<21))
    }

    private static let page =
        ProofProject.fence("#a", "print 1") + ProofProject.output("1")
        + ProofProject.fence("#b skip=\"needs a cluster\"", "x")
        + ProofProject.fence("#c", "silent\nlack no lamp") + ProofProject.fence("#d", "error x")

    private func verdicts(_ page: String = page) async throws -> [Verdict] {
        try await ProofProject(page).run().verdicts
    }

    private func differences(_ page: String, from ledger: EvidenceLedger?) async throws -> [Diagnostic] {
        let all = try await verdicts(page)
        return EvidenceRecord.differences(all, of: all.map(\.snippet), from: ledger, file: file)
    }

    @Test func whatIsProvenOrSkippedIsRecorded() async throws {
        let ledger = EvidenceRecord.ledger(try await verdicts())
        #expect(ledger.entries.map(\.id) == ["a", "b"])
        #expect(ledger.entries[0].level == "matched" && ledger.entries[0].checker == "words")
        #expect(ledger.entries[0].tools == ["the word checker"])
        #expect(ledger.entries[0].claims == ["read", "prints what the page shows"])
        #expect(ledger.entries[1].skip == "needs a cluster" && ledger.entries[1].level == nil)
        #expect(ledger.entries[0].digest == EvidenceLedger.digest(of: "print 1\n".utf8))
    }

    @Test func theFileReadsAsItWasWritten() async throws {
        let ledger = EvidenceRecord.ledger(try await verdicts())
        var findings: [Diagnostic] = []
        let read = EvidenceLedger(SourceFile(path: "proofs.json", text: ledger.text), into: &findings)
        #expect(findings.isEmpty && read?.entries == ledger.entries)
        #expect(ledger.text.split(separator: "\n").count == 4)
        #expect(EvidenceLedger([]).text == "[]\n")
    }

    @Test func aPartSaysNothingOfTheOthers() async throws {
        let all = try await verdicts()
        let ledger = EvidenceRecord.ledger(all)
        let part = EvidenceRecord.differences([all[1]], of: all.map(\.snippet), from: ledger, file: file)
        #expect(part.isEmpty)
        let fewer = EvidenceRecord.differences([all[1]], of: [all[1].snippet], from: ledger, file: file)
        #expect(fewer.map(\.rule) == ["evidence/stale"] && fewer.first?.span.text == "proofs.json")
    }

    @Test func nothingDiffersFromItsOwnRecord() async throws {
        #expect(try await differences(Self.page, from: EvidenceRecord.ledger(try await verdicts())).isEmpty)
    }

    @Test(arguments: [
        ("print 1", "cost 1\nprint 1", "```words {#a}", "`proofs.json` has no evidence of `a` as it is written now"),
        ("\n```output\n1\n```\n", "", "```words {#a}", "`a` is recorded as matched, and is executed"),
        (
            "needs a cluster", "needs two clusters", "```words {#b skip=\"needs two clusters\"}",
            "`b` is recorded as skipped (needs a cluster), and is skipped (needs two clusters)"
        ),
        (
            " skip=\"needs a cluster\"", "", "```words {#b}",
            "`b` is recorded as skipped (needs a cluster), and is executed"
        ),
        ("#a", "#z", "```words {#z}", "`proofs.json` has no evidence of `z` as it is written now"),
    ])
    func whatIsWrittenOtherwiseIsTold(old: String, new: String, under: String, message: String) async throws {
        let ledger = EvidenceRecord.ledger(try await verdicts())
        let findings = try await differences(Self.page.replacing(old, with: new), from: ledger)
        #expect(findings.first?.rule == "evidence/stale" && findings.first?.message == message)
        #expect(findings.first?.span.text == under)
        #expect(findings.count == (new == "#z" ? 2 : 1))
    }

    @Test func whatIsGoneIsToldAtTheSetting() async throws {
        let ledger = EvidenceRecord.ledger(try await verdicts())
        let one = try await differences(ProofProject.fence("#a", "print 1") + ProofProject.output("1"), from: ledger)
        #expect(
            one.map(\.message) == ["the evidence speaks of 1 example that is gone: b"]
                && one.map(\.span.text) == ["proofs.json"])
        let all = try await differences("Text.\n", from: ledger)
        #expect(all.map(\.message) == ["the evidence speaks of 2 examples that are gone: a, b"])
    }

    @Test func withoutAFileAllIsMissing() async throws {
        let findings = try await differences(Self.page, from: nil)
        #expect(findings.map(\.span.text) == ["```words {#a}", "```words {#b skip=\"needs a cluster\"}"])
        #expect(findings.allSatisfy { $0.rule == "evidence/stale" })
    }

    /// What is missing on this machine is no difference.
    @Test func aShortfallIsNoDifference() async throws {
        let page = ProofProject.fence("#a", "print 1\nlevel parsed\nlack no lamp")
        #expect(try await differences(page, from: EvidenceLedger([])).isEmpty)
    }
}
