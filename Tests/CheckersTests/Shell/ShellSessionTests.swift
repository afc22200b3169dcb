import Configuration
import Diagnostics
import Glibc
import Proofs
import TestSupport
import Testing
import YAML

@testable import Checkers

struct ShellSessionTests {
    /// Proves texts as one session.
    private func prove(_ texts: [String], language: String, by checker: any Checker) async throws -> [Proof] {
        let folder = try TemporaryFolder(files: [:])
        var findings: [Diagnostic] = []
        let yaml = "site: {title: Test}\npublications: [{id: t, title: T, source: pages, navigation: []}]\n"
        let settings = try #require(Configuration(SourceFile(path: "galley.yml", text: yaml), into: &findings))
        let snippets = texts.enumerated().map { number, text in
            let map = PositionMap(identity: SourceFile(path: "pages/test.md", text: text))
            var request = ProofRequest()
            request.session = Located("s", at: Origins.nowhere)
            return Snippet(
                id: "test-\(number)", isNamed: true, fragment: "pages/test.md", number: number, language: language,
                kind: nil, code: Array(text.utf8), map: map, opening: map.origin(at: 0), request: request, output: nil)
        }
        let workbench = Workbench(
            files: try #require(ProjectFiles(root: folder.path)), configuration: settings, snippets: snippets,
            toolbox: Toolbox(path: getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"))
        let proofs: [Proof] = await checker.prove(snippets, in: workbench)
        await workbench.close()
        return proofs
    }

    private func summaries(_ proofs: [Proof]) -> [String] {
        proofs.map { proof in
            let findings = proof.findings.filter { $0.severity != .note }.map { "\($0.rule): \($0.span.text)" }
            let output = String(decoding: proof.output ?? [], as: UTF8.self)
            return ([proof.level?.rawValue ?? "none", output] + findings + [proof.shortfall].compactMap { $0 })
                .joined(separator: "|")
        }
    }

    @Test func snippetsShareAShell() async throws {
        let proofs = try await prove(
            ["greet() { echo \"hello $1\"; }\nname=x\ncd /tmp && echo kept > file\n", "greet \"$name\"; cat file\n"],
            language: "bash", by: ShellChecker())
        #expect(summaries(proofs) == ["executed|", "executed|hello x\nkept\n"])
    }

    @Test func eachFailureStandsAtItsOwnSnippet() async throws {
        let proofs = try await prove(
            ["false\n", "echo a\ntest -f x\n", "echo b"], language: "bash", by: ShellChecker())
        #expect(
            summaries(proofs) == [
                "executed||shell/fails: false", "executed|a\n|shell/fails: test -f x", "executed|b\n",
            ])
    }

    @Test func shellThatEndsEndsTheSession() async throws {
        let proofs = try await prove(["echo a; exit 0\n", "echo b\n"], language: "bash", by: ShellChecker())
        #expect(summaries(proofs) == ["executed|a\n", "validated||not run: the shell had ended before"])
    }

    @Test func faultLeavesTheSessionUnrun() async throws {
        let proofs = try await prove(["if then\n", "echo b\n"], language: "bash", by: ShellChecker())
        #expect(
            summaries(proofs) == [
                "none||shell/syntax: then", "validated||not run: `test-0` of its session can't be",
            ])
    }

    @Test func pythonKnowsWhatTheSessionHasRun() async throws {
        let proofs = try await prove(["x = 1\nprint('a')\n", "print(x)\n"], language: "python", by: PythonChecker())
        #expect(proofs.allSatisfy { $0.findings.isEmpty })
        if proofs[0].level == .executed { #expect(summaries(proofs) == ["executed|a\n", "executed|1\n"]) }
    }
}
