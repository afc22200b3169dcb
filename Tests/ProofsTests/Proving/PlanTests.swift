import Diagnostics
import Proofs
import Site
import Testing

/// What fences name is held against what there is, and each snippet gets a checker, a skip, or a finding.
@Suite struct PlanTests {
    private func fence(_ attributes: String, _ code: String = "print x") -> String {
        ProofProject.fence(attributes, code)
    }

    @Test(arguments: [
        ("data=lmap", "snippet/unknown-name: lmap"), ("needs=\"loki redis\"", "snippet/unknown-name: redis"),
        ("needs=redis,loki", "snippet/unknown-name: redis"), ("bad=words/fautl", "snippet/unknown-name: words/fautl"),
        ("slower-than=nobody", "snippet/unknown-name: nobody"), ("proof=sure", "snippet/unknown-level: sure"),
        ("in=gone.txt", "snippet/container-missing: gone.txt"), ("in=../../x", "snippet/container-missing: ../../x"),
        ("skip=later", "snippet/skip-reason: later"), ("skip=\"\"", "snippet/skip-reason: "),
        ("until=2030-01-01", "snippet/skip-reason: 2030-01-01"),
        ("skip=\"no cluster here\" until=soon", "snippet/skip-reason: soon"),
        ("skip=\"no cluster here\" until=2020-02-30", "snippet/skip-reason: 2020-02-30"),
        ("skip=\"no cluster here\" until=2020-01-31", "snippet/skip-expired: 2020-01-31"),
        ("as=odd", "snippet/unknown-kind: odd"), ("#me slower-than=me", "snippet/circular: me"),
    ])
    func whatNamesNothingIsToldAtItsPlace(attributes: String, expected: String) async throws {
        let project = try ProofProject(
            fence(attributes), files: ["lamp.jsonl": "{\"stream\": {\"a\": \"b\"}, \"values\": []}\n"],
            settings: "datasets: {lamp: {files: [lamp.jsonl]}}")
        #expect(try await project.findings() == [expected])
    }

    @Test func aNearNameIsOfferedAsAFix() async throws {
        let findings = try await ProofProject(fence("bad=words/fautl")).run().findings
        #expect(findings.first?.help == "did you mean `words/fault`?")
        #expect(findings.first?.fix?.edits.map(\.replacement) == ["words/fault"])
        #expect(findings.first?.fix?.edits.first?.span.text == "words/fautl")
    }

    @Test func soundAttributesPass() async throws {
        let page =
            fence("#a proof=run in=text.txt") + fence("skip=\"needs a cluster\" until=2999-01-01")
            + fence("session=s") + fence("session=s") + fence("hidden bad=words/fault", "error x")
        let run = try await ProofProject(page, files: ["pages/text.txt": "x"]).run()
        #expect(run.findings.isEmpty, "\(run.findings.map(\.message))")
        #expect(run.verdicts.map(\.status) == [.proven, .skipped("needs a cluster"), .proven, .proven, .proven])
        #expect(run.verdicts[0].snippet.request.container?.value == "pages/text.txt")
        #expect(run.verdicts[4].snippet.request.isHidden)
    }

    @Test func aLanguageWithoutACheckerIsTold() async throws {
        let page =
            "```wrods\nx\n```\n\n```\nplain\n```\n\n```cobol {skip=\"has no checker yet\"}\nx\n```\n\n    indented\n"
        let run = try await ProofProject(page).run()
        let expected = ["snippet/unchecked: ```wrods", "snippet/unchecked: ```", "snippet/unchecked: indented"]
        #expect(
            ProofProject.words(run.findings).map {
                $0.trimmingPrefix("\n").split(separator: "\n").first.map(String.init)
            } == expected)
        #expect(run.verdicts.map(\.status) == [.failed, .failed, .skipped("has no checker yet"), .failed])
    }

    @Test func aSessionIsOfOneLanguage() async throws {
        var project = try ProofProject(
            fence("session=s") + "```other {session=s}\nprint y\n```\n" + fence("session=t"))
        project.checkers.append(WordChecker("other"))
        let run = try await project.run()
        #expect(ProofProject.words(run.findings) == ["snippet/mixed-session: s"])
        #expect(run.findings.first?.span.start.line == 4)
        #expect(run.findings.first?.related.map(\.span.start.line) == [1])
        #expect(run.verdicts.map(\.status) == [.proven, .failed, .proven])
    }

    @Test func aCircleIsToldAtItsMembersOnly() async throws {
        let page =
            fence("#a slower-than=b") + fence("#b slower-than=c") + fence("#c slower-than=b") + fence("#d")
        let run = try await ProofProject(page).run()
        let circles = run.findings.filter { $0.rule == "snippet/circular" }
        #expect(circles.map(\.span.text) == ["c", "b"])
        #expect(
            circles.map(\.message) == ["these wait for each other: `b` → `c`", "these wait for each other: `c` → `b`"])
        #expect(run.verdicts.map(\.status) == [.failed, .failed, .failed, .proven])
    }

    @Test func sessionsAndBatchesAreProvenTogether() async throws {
        var project = try ProofProject(
            fence("#a session=s") + "```batch {#b}\nprint 1\n```\n" + fence("#c") + fence("#d session=s")
                + "```batch {#e}\nprint 2\n```\n")
        let words = WordChecker()
        let batch = WordChecker("batch", isBatched: true)
        project.checkers = [words, batch]
        let run = try await project.prepare()
        #expect(run.plan.groups.map { $0.snippets.map(\.id) } == [["a", "d"], ["b", "e"], ["c"]])
        #expect(run.plan.groups.map(\.isSession) == [true, false, false])
        let verdicts = await run.run(width: 1).verdicts
        #expect(verdicts.map(\.snippet.id) == ["a", "b", "c", "d", "e"])
        #expect(Set(words.calls.all) == [["a", "d"], ["c"]] && batch.calls.all == [["b", "e"]])
    }

    @Test func aLaterCheckerTakesASubjectOver() async throws {
        var project = try ProofProject(fence("as=own") + fence(""))
        let own = WordChecker(kinds: ["own"])
        let plain = WordChecker(kinds: [nil, "own"])
        project.checkers = [plain, own]
        _ = try await project.run()
        #expect(own.calls.all.count == 1 && plain.calls.all.count == 1)
    }

    // MARK: - A part of the snippets

    private static let chain =
        ProofProject.fence("#slowest slower-than=slow", "cost 9")
        + ProofProject.fence("#slow slower-than=quick session=s", "cost 5")
        + ProofProject.fence("#quick", "cost 1") + ProofProject.fence("#first session=s", "cost 1")
        + ProofProject.fence("#other", "cost 1")

    @Test func aChosenSnippetBringsWhatItIsHeldAgainst() async throws {
        let run = try await ProofProject(Self.chain).run(ids: ["slowest"])
        #expect(run.findings.isEmpty, "\(run.findings.map(\.message))")
        #expect(run.verdicts.map(\.snippet.id) == ["slowest", "slow", "quick", "first"])
        #expect(run.verdicts[0].claims.last == "measured slower than `slow`")
    }

    @Test func partsTogetherAreAll() async throws {
        let project = try ProofProject(Self.chain)
        var seen: Set<String> = []
        for index in 1...3 {
            let prepared = try await project.prepare(shard: Shard("\(index)/3"))
            let run = await prepared.run(width: 1)
            #expect(run.findings.isEmpty, "\(run.findings.map(\.message))")
            #expect(prepared.isWhole == (run.verdicts.count == 5))
            seen.formUnion(run.verdicts.map(\.snippet.id))
        }
        #expect(seen.count == 5)
    }
}
