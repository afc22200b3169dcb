import Diagnostics
import Proofs
import Testing

/// Snippets have names that stay, places in the author's files, and the output behind them.
@Suite struct SnippetCollectorTests {
    private func snippets(_ pages: [String: String], files: [String: String] = [:]) async throws -> ProofRun {
        try await ProofProject(pages: pages, files: files).prepare()
    }

    @Test func namesAreOfPageHeadingAndNumber() async throws {
        let page = """
            ```words
            a
            ```

            # Title

            ```words
            b
            ```

            ```words {#own}
            c
            ```

            ```words
            d
            ```

            ## Part

            ```Words
            e
            ```
            """
        let run = try await snippets(["a.md": page, "sub/b.md": "```words\nf\n```\n"])
        #expect(run.snippets.map(\.id) == ["a/1", "a#title/1", "own", "a#title/3", "a#part/1", "sub/b/1"])
        #expect(run.snippets.map(\.isNamed) == [false, false, true, false, false, false])
        #expect(run.snippets.map(\.number) == Array(0..<6))
        #expect(run.snippets.map(\.text) == ["a\n", "b\n", "c\n", "d\n", "e\n", "f\n"])
        #expect(run.snippets[4].language == "words" && run.snippets[5].fragment == "pages/sub/b.md")
        #expect(run.snippets[2].opening.span.text == "```words {#own}")
    }

    @Test func anIncludedFileIsTheSnippetsPlace() async throws {
        var project = try ProofProject(
            pages: ["a.md": "{{include code/x.txt}}\n\n{{include _part.md}}\n", "b.md": "{{include _part.md}}\n"],
            files: ["pages/code/x.txt": "error here\n", "pages/_part.md": "```words\nerror there\n```\n"])
        project.checkers.append(WordChecker("text"))
        let run = try await project.prepare()
        #expect(run.snippets.map(\.id) == ["a/1", "a/2"])
        #expect(run.snippets.map(\.fragment) == ["pages/a.md", "pages/a.md"])
        let result = await run.run(width: 1)
        #expect(
            result.findings.map { "\($0.span.file.path) \($0.span.text)" }.sorted() == [
                "pages/_part.md there", "pages/code/x.txt here",
            ])
        #expect(result.findings.allSatisfy { $0.includedFrom.map(\.file.path) == ["pages/a.md"] })
    }

    @Test func aNameIsGivenOnce() async throws {
        let run = try await snippets([
            "a.md": "```words {#x}\na\n```\n\n```words {#y}\na\n```\n", "b.md": "```words {#x}\nb\n```\n",
        ])
        #expect(ProofProject.words(run.attributeFindings) == ["snippet/duplicate-id: #x"])
        #expect(run.attributeFindings.first?.span.file.path == "pages/b.md")
        #expect(run.attributeFindings.first?.related.map(\.span.file.path) == ["pages/a.md"])
    }

    @Test func outputBelongsToTheBlockRightBeforeIt() async throws {
        let page = """
            ```output
            lost
            ```

            ```words
            print x
            ```

            ```output
            x
            ```

            ```output
            second
            ```

            ```words
            print y
            ```

            Text between.

            ```output
            y
            ```
            """
        let run = try await snippets(["a.md": page])
        #expect(run.snippets.map { $0.output.map { String(decoding: $0.text, as: UTF8.self) } } == ["x\n", nil])
        #expect(run.snippets[0].output?.opening.span.start.line == 9)
        #expect(run.attributeFindings.map(\.rule.text) == Array(repeating: "snippet/orphan-output", count: 3))
        #expect(run.attributeFindings.map(\.span.start.line) == [1, 13, 23])
    }

    @Test func wordsOfNeedsHaveTheirOwnPlaces() async throws {
        let run = try await snippets(["a.md": "```words {needs=\"loki, postgres nginx\"}\nx\n```\n"])
        let needs = run.snippets[0].request.needs
        #expect(needs.map(\.value) == ["loki", "postgres", "nginx"])
        #expect(needs.map(\.origin.span.text) == ["loki", "postgres", "nginx"])
    }

    @Test(arguments: [("parse", ProofLevel.parsed), ("validate", .validated), ("run", .executed), ("match", .matched)])
    func levelsAreAskedForByWords(word: String, level: ProofLevel) async throws {
        let run = try await snippets(["a.md": "```words {proof=\(word)}\nx\n```\n"])
        #expect(run.snippets[0].request.level?.value == level && level.request == word)
        #expect(ProofLevel.allCases.sorted() == [.parsed, .validated, .executed, .matched])
    }
}
