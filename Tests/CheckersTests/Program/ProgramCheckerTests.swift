import Diagnostics
import Proofs
import TestSupport
import Testing

@testable import Checkers

/// Programs of a project as its checkers: what they are given, how their words are read, and how they fail.
@Suite struct ProgramCheckerTests {
    /// A checker that runs a script of the shell; `$1` is the snippet's file where it gets one.
    private func proving(_ script: String, _ settings: String = "") -> Proving {
        var proving = Proving("poem")
        let words = script.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        proving.configuration =
            "checkers:\n- name: poetry\n  takes: [poem]\n  command: [sh, -c, \"\(words)\", sh, \"{file}\"]\n\(settings)"
        return proving
    }

    private static let pattern = "  findings: '^(?<line>[0-9]+)(:(?<column>[0-9]+))?: (?<message>.*)$'\n"
    private static let poem = "eine Öde\n  ein Weg\n"

    @Test(arguments: [
        ("echo 2:7: short", ["external/finding: Weg"], ["poetry: short"]),
        ("echo 2: long", ["external/finding: ein Weg"], ["poetry: long"]),
        ("echo 1:6: umlaut >&2; exit 4", ["external/finding: Öde"], ["poetry: umlaut"]),
        ("echo 99:99: beyond", ["external/finding: "], ["poetry: beyond"]),
        ("echo 0:0: before", ["external/finding: eine"], ["poetry: before"]),
        ("echo all is well", [], []),
        ("grep -q Weg \"$1\" && echo 1:1: seen", ["external/finding: eine"], ["poetry: seen"]),
        ("case $1 in *.poem) ;; *) echo 1: the name $1 ;; esac", [], []),
    ])
    func aPatternReadsFindings(script: String, under: [String], messages: [String]) async throws {
        let proof = try await proving(script, Self.pattern)(Self.poem)
        #expect(proof.findings.map { "\($0.rule): \($0.span.text)" } == under)
        #expect(proof.findings.map(\.message) == messages && proof.level == .validated)
    }

    @Test(arguments: [
        (#"echo '{"line": 2, "column": 3, "message": "m"}'"#, ["external/finding: ein"]),
        (
            #"printf '\n{"line": 1, "message": "a"}\n{"message": "b"}\n'"#,
            ["external/finding: eine Öde", "external/finding: "]
        ),
        (#"echo working >&2; echo '{"line": 1, "column": 1, "message": "m"}' >&2; exit 1"#, ["external/finding: eine"]),
        ("true", []),
    ])
    func linesOfJSONAreFindings(script: String, under: [String]) async throws {
        let proof = try await proving(script)(Self.poem)
        #expect(proof.findings.map { "\($0.rule): \($0.span.text)" } == under)
    }

    @Test func theSnippetComesByStandardInput() async throws {
        let proof = try await proving("wc -l | tr -d ' ' | sed 's/$/: lines/'", Self.pattern + "  input: stdin\n")(
            Self.poem)
        #expect(proof.findings.map(\.message) == ["poetry: lines"])
        #expect(proof.findings.map(\.span.start.line) == [2])
    }

    @Test(arguments: [
        ("echo garbage", "exit code 0 and no answer that can be read"),
        (#"echo '{"line": "two", "message": "m"}'"#, "exit code 0 and no answer that can be read"),
        ("head -c 3000 /dev/urandom", "exit code 0 and no answer that can be read"),
        ("exit 3", "exit code 3 and no answer that can be read"),
        ("kill -11 $$", "was ended by signal 11"),
        ("head -c 1000000000 /dev/zero", "printed more than it may"),
        ("exec sleep 600", "did not end in its time"),
    ])
    func aProgramThatFailsHasProvenNothing(script: String, how: String) async throws {
        let proof = try await proving(script, script.contains("sleep") ? "  seconds: 1\n" : "")(Self.poem)
        #expect(proof.level == nil && proof.findings.map(\.rule.text) == ["proof/tool-failed"])
        #expect(proof.findings.first?.message.contains(how) == true, "\(proof.findings.map(\.message))")
        #expect(proof.findings.first?.span.start == Location(line: 1, column: 1))
    }

    @Test func aProgramThatIsMissingIsAShortfall() async throws {
        var proving = Proving("poem")
        proving.configuration = "checkers: [{name: poetry, takes: [poem], command: [no-such-program]}]"
        #expect(try await proving(Self.poem).shortfall == "no-such-program is not installed")
        proving.configuration = "checkers: [{name: poetry, takes: [poem], command: [tools/none], level: parse}]"
        let proof = try await proving(Self.poem)
        #expect(proof.findings.map(\.rule.text) == ["proof/tool-failed"])
        #expect(proof.findings.first?.message.contains("could not be started") == true)
    }

    @Test func aProgramMayBeNamedByItsPath() async throws {
        var proving = Proving("poem")
        proving.configuration = "checkers: [{name: poetry, takes: [poem], command: [/bin/true], level: parse}]"
        let proof = try await proving(Self.poem)
        #expect(
            proof.level == .parsed && proof.claims == ["accepted by poetry"],
            "\(proof.level?.rawValue as Any) \(proof.claims) \(proof.shortfall ?? "") \(proof.findings.map(\.message))")
    }
}
