import Diagnostics
import Foundation
import Proofs
import TestSupport
import Testing

/// What was proven is proven again only where something that it depends on has changed.
@Suite struct ProofCacheTests {
    private let words = WordChecker()

    private func project(_ page: String, files: [String: String] = [:], settings: String = "") throws -> ProofProject {
        var project = try ProofProject(page, files: files, settings: settings)
        project.checkers = [words]
        return project
    }

    /// The ids of the snippets that a run asks the checker about.
    private func asked(_ project: ProofProject, ids: Set<String>? = nil) async throws -> [String] {
        words.calls.forget()
        let cache = ProofCache(path: project.folder.path + "/cache/proofs.json")
        let prepared = try await project.prepare(ids: ids)
        _ = await prepared.run(width: 1, cache: cache)
        cache.save(isWhole: prepared.isWhole)
        return words.calls.all.flatMap { $0 }.sorted()
    }

    private static let page =
        ProofProject.fence("#a", "print 1") + ProofProject.output("1") + ProofProject.fence("#b", "read text.txt")
        + ProofProject.fence("#s session=s", "print s") + ProofProject.fence("#t session=s", "print t")

    @Test func nothingIsAskedTwice() async throws {
        let project = try project(Self.page, files: ["text.txt": "x"])
        #expect(try await asked(project) == ["a", "b", "s", "t"])
        let fresh = try await project.run()
        #expect(try await asked(project) == [])
        let cache = ProofCache(path: project.folder.path + "/cache/proofs.json")
        let remembered = try await project.run(cache: cache)
        #expect(remembered.verdicts.map(\.isRemembered) == [true, true, true, true])
        #expect(remembered.verdicts.map(Facts.init) == fresh.verdicts.map(Facts.init))
    }

    @Test(arguments: [
        ("print 1", "print  1", ["a"]), ("\n1\n", "\n...\n", ["a"]), ("#a", "#aa", ["aa"]),
        ("#a", "#a proof=run", ["a"]),
        ("#b", "#b in=a.md", ["b"]), ("#b", "#b as=x", ["b"]), ("#b", "#b bad=words/fault", ["b"]),
        ("#b", "#b needs=\"\"", []),
        // A session is proven as a whole, and what stands after it is not its own.
        ("print t", "print u", ["s", "t"]), ("print s", "print u", ["s", "t"]), ("#s session=s", "#s", ["s", "t"]),
    ])
    func whatChangesIsAskedAgain(old: String, new: String, expected: [String]) async throws {
        var project = try project(Self.page, files: ["text.txt": "x"])
        let words = words
        project.checkers = [words, Renamed(words)]
        _ = try await asked(project)
        let page = Self.page.replacing(old, with: new, maxReplacements: 1)
        #expect(old == new || page != Self.page)
        try project.folder.write(page, to: "pages/a.md")
        #expect(try await asked(project) == expected)
    }

    /// The same checker for another kind, so that `as=x` is one.
    private struct Renamed: Checker {
        let words: WordChecker
        init(_ words: WordChecker) { self.words = words }
        let name = "words"
        let subjects = [Subject("words", as: "x")]
        func highestLevel(for snippet: Snippet) -> ProofLevel { .matched }
        func prove(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
            await words.prove(snippet, in: workbench)
        }
    }

    @Test func filesVersionsAndSettingsAreDependencies() async throws {
        var project = try project(
            ProofProject.fence("#a", "read text.txt"), files: ["text.txt": "x", "a.jsonl": Self.line],
            settings: "datasets: {d: {files: [a.jsonl]}}")
        #expect(try await asked(project) == ["a"])
        try project.folder.write("y", to: "text.txt")
        #expect(try await asked(project) == ["a"])
        project.version = "2"
        #expect(try await asked(project) == ["a"])
        try project.write(settings: "datasets: {d: {files: [a.jsonl], now: 2026-01-01T00:00:00Z}}", pages: ["a.md"])
        #expect(try await asked(project) == ["a"])
        try project.write(
            settings: "datasets: {d: {files: [a.jsonl], now: 2026-01-01T00:00:00Z}}\ncoverage: {proven: 1}",
            pages: ["a.md"])
        #expect(try await asked(project) == [])
    }

    @Test func otherSnippetsAreDependencies() async throws {
        let page = ProofProject.fence("#a", "near b") + ProofProject.fence("#b", "print 1")
        let project = try project(page)
        #expect(try await asked(project) == ["a", "b"])
        try project.folder.write(page.replacing("print 1", with: "print 2"), to: "pages/a.md")
        #expect(try await asked(project) == ["a", "b"])
    }

    /// A checker's program of another version may judge otherwise; so does one that is there now.
    @Test func programsAreDependencies() async throws {
        var checker = WordChecker()
        checker.programs = [Program("lamp", installation: "", purpose: "")]
        var project = try ProofProject(
            ProofProject.fence("#a", "print 1"), files: ["bin/lamp": "#!/bin/sh\necho lamp 1.0\n"])
        project.checkers = [checker]
        let cache = ProofCache(path: project.folder.path + "/proofs.json")
        for (path, calls) in [("/nowhere", 1), (project.folder.path + "/bin", 2), (project.folder.path + "/bin", 2)] {
            try project.folder.makeExecutable("bin/lamp")
            project.path = path
            _ = try await project.run(cache: cache)
            #expect(checker.calls.all.count == calls)
        }
        try project.folder.write("#!/bin/sh\necho lamp 1.1\n", to: "bin/lamp")
        try project.folder.makeExecutable("bin/lamp")
        _ = try await project.run(cache: cache)
        #expect(checker.calls.all.count == 3)
    }

    /// What is suppressed until a day is asked again when days pass; the rest is not.
    @Test func suppressionsEnd() async throws {
        var project = try project(
            ProofProject.fence("#a", "# galley-allow words/fault: so") + ProofProject.fence("#b", "print 1"))
        #expect(try await asked(project) == ["a", "b"])
        project.today = try #require(CalendarDate("2999-01-01"))
        #expect(try await asked(project) == ["a"])
    }

    // MARK: - What is not kept

    /// A server that the user names may answer otherwise the next time.
    @Test func whatIsOnlineIsAskedEachTime() async throws {
        var project = try project(Self.page, files: ["text.txt": "x"])
        var online = words
        online.isOnline = true
        project.checkers = [online]
        for _ in 1...2 { #expect(try await asked(project) == ["a", "b", "s", "t"]) }
    }

    @Test func whatHasFindingsIsAskedAgain() async throws {
        let page =
            ProofProject.fence("#a", "error x") + ProofProject.fence("#b", "note x")
            + ProofProject.fence("#c", "silent\nlack it")
            + ProofProject.fence("#d slower-than=e", "warning x\ncost 2") + ProofProject.fence("#e", "cost 1")
        let project = try project(page)
        #expect(try await asked(project) == ["a", "b", "c", "d", "e"])
        #expect(try await asked(project) == ["a", "b", "c"])
        // The warning counts again where nothing is to be slower.
        try project.folder.write(page.replacing(" slower-than=e", with: ""), to: "pages/a.md")
        #expect(try await asked(project) == ["a", "b", "c", "d"])
        #expect(ProofProject.words(try await project.run().findings).contains("words/doubt: x"))
    }

    private static let line = "{\"labels\": {\"a\": \"b\"}, \"ts\": \"1767225600000000000\", \"line\": \"x\"}\n"

    /// A broken line is told by each run, remembered proofs or not, and once.
    @Test func aBrokenDatasetIsToldEachTime() async throws {
        let project = try project(
            ProofProject.fence("#a data=d", "print 1") + ProofProject.fence("#b data=d", "print 2"),
            files: ["a.jsonl": Self.line + "broken\n"], settings: "datasets: {d: {files: [a.jsonl]}}")
        let cache = ProofCache(path: project.folder.path + "/proofs.json")
        for _ in 0..<3 {
            let findings = try await project.run(cache: cache).findings
            #expect(
                findings.map { "\($0.rule): \($0.span.file.path):\($0.span.start.line)" } == [
                    "dataset/malformed: a.jsonl:2"
                ])
        }
    }

    @Test func aDatasetWithoutALineIsToldOnce() async throws {
        let project = try project(
            ProofProject.fence("#a data=d", "print 1") + ProofProject.fence("#b data=d", "print 2"),
            files: ["a.jsonl": "broken\n"], settings: "datasets: {d: {files: [a.jsonl, gone.jsonl], now: yesterday}}")
        let findings = try await project.run().findings
        #expect(
            ProofProject.words(findings).map { $0.split(separator: ":")[0] } == [
                "dataset/malformed", "dataset/unreadable", "dataset/unreadable",
            ])
        #expect(findings.map(\.span.text).sorted() == ["b", "gone.jsonl", "yesterday"])
    }

    // MARK: - The file

    @Test func aWholeRunForgetsWhatIsGone() async throws {
        let project = try project(Self.page, files: ["text.txt": "x"])
        _ = try await asked(project)
        let size = try project.folder.read("cache/proofs.json").utf8.count
        try project.folder.write(ProofProject.fence("#a", "print 1") + ProofProject.output("1"), to: "pages/a.md")
        #expect(try await asked(project, ids: ["a"]) == [])
        #expect(try await asked(project) == [])
        #expect(try project.folder.read("cache/proofs.json").utf8.count < size / 2)
    }

    @Test func aPartOfTheSnippetsForgetsNothing() async throws {
        let project = try project(Self.page, files: ["text.txt": "x"])
        _ = try await asked(project)
        #expect(try await asked(project, ids: ["a"]) == [])
        #expect(try await asked(project) == [])
    }

    @Test(arguments: ["", "{", "[]", "{\"x\": {\"level\": \"odd\"}}", "\u{0}"]) func aBrokenFileIsAnEmptyOne(
        text: String
    ) async throws {
        let project = try project(Self.page, files: ["text.txt": "x", "cache/proofs.json": text])
        #expect(try await asked(project) == ["a", "b", "s", "t"])
        #expect(try await asked(project) == [])
    }

    @Test func aFileThatCannotBeWrittenIsLeft() async throws {
        let project = try project(Self.page, files: ["text.txt": "x", "cache": "a file"])
        #expect(try await asked(project) == ["a", "b", "s", "t"])
        #expect(try project.folder.read("cache") == "a file")
    }
}

/// What a verdict says, without whether it is remembered.
struct Facts: Equatable, CustomStringConvertible {
    let description: String

    init(_ verdict: Verdict) {
        let output = verdict.output.map { String(decoding: $0, as: UTF8.self) } ?? "none"
        description = """
            \(verdict.snippet.id) \(verdict.status) \(verdict.level?.rawValue ?? "-") \(verdict.checker ?? "-") \(verdict.tools) \
            \(verdict.claims) \(verdict.shortfall ?? "-") \(output) \(verdict.measures) \(ProofProject.words(verdict.findings))
            """
    }
}
