import Diagnostics
import Proofs
import Testing
import YAML

@testable import Checkers

@Suite(.serialized) struct ShellExecutionTests {
    private func proving(_ language: String = "bash") -> Proving {
        var proving = Proving(language)
        proving.checker = ShellChecker()
        return proving
    }

    private func trimmed(_ text: String) -> String { text.hasSuffix("\n") ? String(text.dropLast()) : text }

    @Test func soundScriptIsRun() async throws {
        let proof = try await proving()("echo a\nfalse || echo b\nif grep -q x /dev/null; then :; fi\nyes | head -n 1")
        #expect(proof.findings.isEmpty, "\(proof.findings)")
        #expect(proof.level == .executed, "\(proof.shortfall ?? "")")
        #expect(proof.output.map { String(decoding: $0, as: UTF8.self) } == "a\nb\ny\n")
    }

    @Test(arguments: [
        ("echo a\nls nowhere\necho b", ["shell/fails: ls nowhere"]),
        (
            "echo a &&\n  ls nowhere\n\ntest -f nowhere",
            ["shell/fails: echo a &&\n  ls nowhere", "shell/fails: test -f nowhere"]
        ),
        ("ls nowhere \\\n  | cat\necho c", ["shell/fails: ls nowhere \\\n  | cat"]),
        ("cd /tmp\nexit 3", ["shell/fails: cd /tmp\nexit 3"]),
        ("set -e\nfalse\necho never", ["shell/fails: false"]),
        ("x=$(cat nowhere)\necho \"$x\"", ["shell/fails: x=$(cat nowhere)"]),
        ("echo a\nkill -9 $$", ["shell/fails: echo a\nkill -9 $$"]),
        ("curl -sS http://localhost:3100/ready", ["shell/fails: curl -sS http://localhost:3100/ready"]),
    ])
    func failures(_ code: String, _ expected: [String]) async throws {
        let found = try await proving()(code).findings.filter { $0.severity != .note }
        #expect(found.map { "\($0.rule): \(trimmed($0.span.text))" } == expected)
    }

    @Test func errorsStandInTheNotes() async throws {
        let proof = try await proving()("echo noise >&2\nls nowhere")
        #expect(proof.findings.first?.notes.first?.contains("cannot access 'nowhere'") == true)
    }

    @Test(arguments: [
        ("sudo ls", "not run: `sudo` works on a whole machine or cluster"),
        ("iptables -L", "not run: `iptables` works on a whole machine or cluster"),
        ("tail -n 1 /var/log/syslog", "not run: `/var/log/syslog` is a file of another machine"),
        ("logcli labels", "not run: `logcli` is not installed"),
        ("curl -sS https://grafana.com/", "not run: `grafana.com` is not reached from the sandbox"),
    ])
    func whatCannotBeRun(_ code: String, _ reason: String) async throws {
        let proof = try await proving()(code)
        #expect(proof.level == .validated)
        #expect(proof.shortfall == reason)
    }

    @Test func whoAsksForLessIsNotRun() async throws {
        var proving = proving()
        proving.request.level = Located(.validated, at: Origins.nowhere)
        #expect(try await proving("false").findings.isEmpty)
    }

    @Test func filesBesideThePageAreThere() async throws {
        var proving = proving()
        proving.files = ["pages/rules.yaml": "groups: []\n", "pages/other.yaml": ""]
        let proof = try await proving("cat rules.yaml; ls")
        #expect(proof.output.map { String(decoding: $0, as: UTF8.self) } == "groups: []\nrules.yaml\n")
    }

    @Test(arguments: [
        ("$ echo a\na\n$ x=1\n$ echo \"$x\" é; echo c >&2\n1 é\nc\n", [], ProofLevel.matched),
        ("$ echo a\nb\n", ["shell/output-differs: b"], .executed),
        ("$ printf 'a\\nb\\n'\na\n", ["shell/output-differs: "], .executed),
        ("$ seq 9\n1\n...\n9\n\n$ date\n[..]\n", [], .matched),
        ("$ echo a\n", [], .executed),
        ("$ false\n$ echo b\nb\n", ["shell/fails: false"], .matched),
    ])
    func console(_ code: String, _ expected: [String], _ level: ProofLevel) async throws {
        let proof = try await proving("console")(code)
        #expect(proof.findings.map { "\($0.rule): \($0.span.text)" } == expected)
        #expect(proof.level == level, "\(proof.shortfall ?? "")")
    }

    @Test func needsThatCannotBeHadAreAShortfall() async throws {
        var proving = proving()
        proving.request.needs = [Located("lamp", at: Origins.nowhere)]
        let proof = try await proving("curl -sS http://lamp/")
        #expect(proof.level == .validated)
        #expect(proof.shortfall == "not run: the service `lamp` can't be had")
    }
}
