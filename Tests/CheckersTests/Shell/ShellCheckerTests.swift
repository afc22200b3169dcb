import Diagnostics
import Foundation
import Proofs
import TestSupport
import Testing
import YAML

@testable import Checkers

struct ShellCheckerTests {
    private func proving(_ language: String = "bash") -> Proving {
        var proving = Proving(language)
        proving.checker = ShellChecker()
        proving.request.level = Located(.validated, at: Origins.nowhere)
        return proving
    }

    @Test(arguments: [
        ("echo a\nif true; then\n  echo )\nfi", ["shell/syntax: )"]),
        ("if [ a ] then b; fi", ["shell/syntax: fi"]),
        ("echo 'abc", ["shell/syntax: '"]),
        ("echo a\ncat <<EOF\ntext", ["shell/syntax: text"]),
        ("for i in a; do echo", ["shell/syntax: for i in a; do echo"]),
        ("curl (a)", ["shell/syntax: a"]),
        ("x=1\necho $(ls\n", ["shell/syntax: echo $(ls"]),
    ])
    func syntax(_ code: String, _ expected: [String]) async throws {
        #expect(try await proving().findings(code) == expected)
        #expect(try await proving()(code).level == nil)
    }

    @Test func shellcheckPointsAtCharacters() async throws {
        let code = "f() {\n\tcp é $1 \"ü\" $2\n}\nf a b"
        let found = try await proving()(code).findings
        #expect(found.map { "\($0.rule): \($0.span.text)" } == ["shell/shellcheck: $1", "shell/shellcheck: $2"])
        #expect(found.allSatisfy { $0.severity == .note && $0.notes == ["https://www.shellcheck.net/wiki/SC2086"] })
        #expect(found[0].message == "SC2086: Double quote to prevent globbing and word splitting")
    }

    @Test func warningsFailAndCanBeTurnedOff() async throws {
        let code = "read -r line\nfor f in $(ls); do cat <\"$f\" \"$line\"; done\n[ $x = 1 ]"
        let found = try await proving()(code).findings.filter { $0.severity != .note }
        #expect(found.map(\.span.text) == ["$(ls)", "x"] || found.map(\.span.text) == ["$(ls)", "$x"])
        let quiet = "# shellcheck disable=SC2154,SC2086\necho $x"
        #expect(try await proving()(quiet).findings.isEmpty)
    }

    @Test func soundScriptIsValidated() async throws {
        let proof = try await proving()("set -eu\nfile=$(mktemp)\necho \"$file\"\n")
        #expect(proof.findings.isEmpty)
        #expect(proof.level == .validated)
        #expect(proof.claims == ["read by bash", "looked through by shellcheck"])
    }

    @Test func posixShellsHaveNoArrays() async throws {
        let found = try await proving("sh").findings("a=(b c)\necho \"${a[0]}\"")
        #expect(found == ["shell/shellcheck: (b c)", "shell/shellcheck: ${a[0]}"])
        #expect(try await proving("shell")("a=(b c)\necho \"${a[0]}\"").findings.isEmpty)
    }

    @Test func withoutShellcheckItIsOnlyParsed() async throws {
        let tools = try TemporaryFolder(files: [:])
        try FileManager.default.createSymbolicLink(
            atPath: tools.url.path + "/bash", withDestinationPath: "/bin/bash")
        var proving = proving()
        proving.path = tools.url.path
        let proof = try await proving("echo a")
        #expect(proof.level == .parsed)
        #expect(proof.shortfall == "shellcheck is not installed")
        proving.path = "/nonexistent"
        #expect(try await proving("echo a").shortfall == "bash is not installed")
    }

    @Test(arguments: [
        ("exec sleep 600", "did not end in its time"), ("echo garbage", "no answer that can be read"),
        ("kill -9 $$", "was ended by signal 9"), ("yes", "printed more than it may"),
    ])
    func shellcheckThatFails(_ body: String, _ how: String) async throws {
        let script = "#!/bin/bash\n[ \"$1\" = --version ] && { echo 0.9.0; exit; }\n\(body)\n"
        let tools = try TemporaryFolder(files: ["shellcheck": script])
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: tools.url.path + "/shellcheck")
        var proving = proving()
        proving.path = tools.url.path + ":/bin"
        proving.checker = ShellChecker(patience: body.contains("sleep") ? .seconds(1) : .seconds(60))
        let proof = try await proving("echo a")
        #expect(proof.level == .parsed)
        #expect(proof.findings.map(\.rule) == ["proof/tool-failed"])
        #expect(proof.findings.first?.message.contains(how) == true, "\(proof.findings.map(\.message))")
    }

    @Test func declaredCommandsAreKnown() async throws {
        var proving = proving()
        #expect(try await proving.findings("lamp --on") == ["shell/unknown-command: lamp"])
        proving.checker = ShellChecker(commands: ["lamp"])
        #expect(try await proving.findings("lamp --on").isEmpty)
    }
}
