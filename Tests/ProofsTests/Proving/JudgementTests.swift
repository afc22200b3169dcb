import Diagnostics
import Proofs
import Testing

/// What a proof must have beside a clean bill: the level asked for, the output shown, the fault of a bad example.
@Suite struct JudgementTests {
    private func judged(_ page: String) async throws -> (words: [String], verdicts: [Verdict], findings: [Diagnostic]) {
        let run = try await ProofProject(page).run()
        return (ProofProject.words(run.findings), run.verdicts, run.findings)
    }

    private func fence(_ attributes: String, _ code: String) -> String { ProofProject.fence(attributes, code) }

    @Test(arguments: [
        ("", "error dark lamp", ["words/fault: dark lamp"]), ("", "warning dim", ["words/doubt: dim"]),
        ("", "silent", ["proof/tool-failed: ```words"]),
        ("proof=match", "print x", ["proof/below-request: match"]),
        ("proof=run", "level parsed", ["proof/below-request: run"]),
        ("proof=run", "silent\nlack no lamp", ["proof/below-request: run"]),
        // What is at fault need not be told to be too low as well.
        ("proof=match", "error x", ["words/fault: x"]),
        ("bad=words/fault", "print x", ["proof/not-refused: words/fault"]),
        ("bad=words/fault", "warning dim", ["proof/not-refused: words/fault"]),
        ("bad=words/fault", "error x\nwarning dim", ["words/doubt: dim"]),
    ])
    func whatIsMissingIsTold(attributes: String, code: String, expected: [String]) async throws {
        let judged = try await judged(fence(attributes, code))
        #expect(judged.words == expected)
        #expect(judged.verdicts.first?.status == .failed)
    }

    @Test func aReasonIsGivenForWhatFallsShort() async throws {
        let low = try await judged(fence("proof=run", "level parsed\nlack there is no lamp")).findings
        #expect(low.map(\.message) == ["this snippet asks to be executed, and is parsed"])
        #expect(low.map(\.notes) == [["there is no lamp"]])
        let none = try await judged(fence("proof=match", "silent\nlack there is no lamp")).findings
        #expect(none.map(\.message) == ["this snippet asks to be matched, and is not even parsed"])
        #expect(none.map(\.help) == ["put a block `output` behind it, or ask for less"])
    }

    @Test func whatCannotBeProvenHereIsNoFault() async throws {
        let judged = try await judged(fence("", "silent\nlack there is no lamp") + fence("", "note by the way"))
        #expect(judged.words == ["words/remark: by the way"])
        #expect(judged.verdicts.map(\.status) == [.unproven("there is no lamp"), .proven])
    }

    // MARK: - Bad examples

    @Test func aBadExampleIsProvenByItsFault() async throws {
        let judged = try await judged(fence("bad=words/fault", "level parsed\nerror x\nnote y\nprint z\nlack not run"))
        #expect(judged.words.isEmpty)
        #expect(judged.verdicts[0].level == .validated && judged.verdicts[0].shortfall == nil)
        #expect(judged.verdicts[0].claims == ["caught by `words/fault`, as it should be"])
        #expect(judged.verdicts[0].output == nil)
    }

    @Test func aBadExampleThatWasRunTellsSo() async throws {
        let judged = try await judged(fence("bad=words/fault", "error x\nprint z"))
        #expect(judged.words.isEmpty)
        #expect(judged.verdicts[0].level == .executed)
        #expect(judged.verdicts[0].claims == ["caught by `words/fault`, as it should be", "read"])
        #expect(judged.verdicts[0].output == nil)
    }

    @Test func aBadExampleOfAnotherRuleIsToldWithTheFix() async throws {
        let finding = try #require(try await judged(fence("bad=words/fault", "warning dim")).findings.first)
        #expect(finding.related.map(\.span.text) == ["dim"] && finding.help == "it is refused by `words/doubt`")
        #expect(finding.fix?.edits.map(\.replacement) == ["words/doubt"])
    }

    /// The program that would refuse it may be missing: then nothing is known of it.
    @Test func aBadExampleThatNobodyCanJudgeIsUnproven() async throws {
        let judged = try await judged(
            fence("bad=words/fault", "level parsed\nlack no program")
                + fence("bad=words/fault", "level validated\nlack not run"))
        #expect(judged.verdicts[0].status == .unproven("no program"))
        #expect(judged.words == ["proof/not-refused: words/fault"])
        #expect(judged.findings.map(\.span.start.line) == [5] && judged.findings.map(\.notes) == [["not run"]])
    }

    // MARK: - Output

    @Test func outputThatIsAsShownIsMatched() async throws {
        let judged = try await judged(fence("proof=match", "print one\nprint two") + ProofProject.output("one\n..."))
        #expect(judged.words.isEmpty && judged.verdicts[0].level == .matched)
        #expect(judged.verdicts[0].claims == ["read", "prints what the page shows"])
    }

    @Test(arguments: [
        ("one\nthree", "three", "the snippet prints `two` here"),
        ("one\ntwo\nthree", "three", "the snippet prints nothing more here"),
        ("one", "", "the snippet prints more than this: 1 line more"),
        ("", "```output", "the snippet prints more than this: 2 lines more"),
    ])
    func outputThatDiffersIsToldAtItsLine(shown: String, under: String, message: String) async throws {
        let judged = try await judged(
            fence("", "print one\nprint two") + ProofProject.output(shown).replacing("\n\n```\n", with: "\n```\n"))
        #expect(judged.words == ["proof/output-differs: \(under)"])
        #expect(judged.findings.map(\.message) == [message])
        #expect(judged.findings.first?.related.map(\.span.text) == ["```words"])
        #expect(judged.verdicts[0].status == .failed)
    }

    @Test func aLongLineIsCut() async throws {
        let long = String(repeating: "é", count: 200)
        let findings = try await judged(fence("", "print \(long)") + ProofProject.output("x")).findings
        #expect(findings.map(\.message) == ["the snippet prints `\(long.prefix(120))…` here"])
    }

    // MARK: - Comparisons

    private func compared(_ bad: String, _ good: String) async throws -> (words: [String], [String], Verdict) {
        let judged = try await judged(fence("#good", good) + fence("slower-than=good", bad))
        return (judged.words, judged.findings.flatMap { [$0.message] + $0.notes }, judged.verdicts[1])
    }

    @Test func aSlowerSnippetIsProven() async throws {
        let (words, _, verdict) = try await compared("cost 5", "cost 4")
        #expect(words.isEmpty && verdict.status == .proven)
        #expect(verdict.claims == ["read", "measured slower than `good`"])
    }

    /// What is held against a better example is doubtful on purpose.
    @Test func warningsOfASlowerSnippetAreLetPass() async throws {
        #expect(try await compared("cost 5\nwarning slow", "cost 4").words.isEmpty)
        #expect(try await compared("cost 5\nerror broken", "cost 4").words == ["words/fault: broken"])
    }

    @Test(arguments: [
        ("cost 4", "cost 4", ["this is not measured slower than `good`", "work: 4 here, 4 there"]),
        ("cost 3", "cost 4", ["this is not measured slower than `good`", "work: 3 here, 4 there"]),
        (
            "print x", "cost 4",
            ["this can't be held against `good`: `a/2` was not run on a dataset, so nothing is counted"]
        ),
        (
            "cost 4", "print x",
            ["this can't be held against `good`: `good` was not run on a dataset, so nothing is counted"]
        ),
    ])
    func aSnippetThatIsNotSlowerIsTold(bad: String, good: String, message: [String]) async throws {
        let (words, messages, verdict) = try await compared(bad, good)
        #expect(words == ["proof/not-slower: good"] && verdict.status == .failed)
        #expect(messages == message)
    }

    @Test func aSkippedExampleCannotBeHeldAgainst() async throws {
        let judged = try await judged(
            fence("#good skip=\"needs a cluster\"", "cost 1") + fence("slower-than=good", "cost 2"))
        #expect(judged.words == ["proof/not-slower: good"])
        #expect(judged.findings.map(\.message) == ["this can't be held against `good`: `good` itself is not proven"])
    }
}
