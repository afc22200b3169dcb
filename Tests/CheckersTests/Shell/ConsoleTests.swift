import Diagnostics
import Proofs
import Testing

@testable import Checkers

struct ConsoleTests {
    private func session(_ text: String) -> (ConsoleSession, Snippet) {
        let file = SourceFile(path: "pages/test.md", text: text)
        let map = PositionMap(identity: file)
        let snippet = Snippet(
            id: "test", isNamed: true, fragment: "pages/test.md", number: 0, language: "console", kind: nil,
            code: file.bytes, map: map, opening: map.origin(at: 0), request: ProofRequest(), output: nil)
        return (ConsoleSession(snippet), snippet)
    }

    @Test(arguments: [
        ("$ a\nout\nmore\n$ b\n", [["a\n", "out\nmore\n"], ["b\n", ""]]),
        ("intro\n$ a\n# HELP x\n> y\n", [["a\n", "# HELP x\n> y\n"]]),
        ("# a\nout\n$ no\n# b\n", [["a\n", "out\n$ no\n"], ["b\n", ""]]),
        ("$ for i in 1; do\n>   echo\n> done\n1\n", [["for i in 1; do\n  echo\ndone\n", "1\n"]]),
        ("$ a \\\n  -b\nout\n", [["a \\\n  -b\n", "out\n"]]),
        ("$ a |\n> b\n$ c", [["a |\nb\n", ""], ["c\n", ""]]),
        ("$ cat <<E\n> x\n> E\nx\n", [["cat <<E\nx\nE\n", "x\n"]]),
    ])
    func parts(_ text: String, _ expected: [[String]]) {
        let (console, snippet) = session(text)
        let found = console.parts.map { part in
            [
                String(decoding: console.script.code[part.command], as: UTF8.self),
                String(decoding: snippet.code[part.output], as: UTF8.self),
            ]
        }
        #expect(found == expected)
    }

    @Test func commandsAreCheckedAtTheirPlaces() async throws {
        var proving = Proving("console")
        proving.checker = ShellChecker()
        #expect(try await proving.findings("$ echo é\né\n$ ehco a | cat\nb\n") == ["shell/unknown-command: ehco"])
        #expect(try await proving.findings("$ if a then; fi\n") == ["shell/syntax: fi"])
        #expect(try await proving("only output").findings.map(\.rule) == ["shell/syntax"])
    }
}
