import Diagnostics
import LogQL
import Proofs
import TestSupport
import Testing

@testable import Checkers

/// Lines through the stages of a pipeline.
struct AlloyLinesTests {
    private func line(_ line: String, through stages: String) throws -> String? {
        let source = Array("loki.process \"p\" {\n\(stages)\n}\n".utf8)
        let text = AlloyText(source, map: PositionMap(identity: SourceFile(path: "a.alloy", bytes: source)))
        let process = try #require(text.body.blocks.first)
        return try AlloyPipeline(process).line(Array(line.utf8)).map { String(decoding: $0, as: UTF8.self) }
    }

    /// As Alloy's replace stage does it: each group of each match, nothing else.
    @Test(arguments: [
        ("password=(\\S+)", "***", "a password=x b password=yy", "a password=*** b password=***"),
        ("password=\\S+", "***", "a password=x", "a password=x"),
        ("(\\d+)-(\\d+)", "N", "1-22-333", "N-N-333"),
        ("((a)b)", "x", "ab ab", "x x"),
        ("(a)|(b)", "x", "cab", "cxx"),
        ("(é)", "e", "café é", "cafe e"),
        ("(x*)", "-", "ab", "-a-b-"),
        ("(\\w+)", "", "gone", ""),
    ])
    func replaces(_ pattern: String, _ value: String, _ before: String, _ after: String) throws {
        let stage = "stage.replace {\n expression = `\(pattern)`\n replace = \"\(value)\"\n}"
        #expect(try line(before, through: stage) == after)
    }

    @Test func dropsAndGoesOn() throws {
        let stages =
            "stage.drop {\n expression = `health`\n}\nstage.replace {\n expression = `(a)`\n replace = \"b\"\n}"
        #expect(try line("GET /healthz", through: stages) == nil)
        #expect(try line("GET /a", through: stages) == "GET /b")
    }

    @Test(arguments: [
        ("stage.json {\n}", "`stage.json` is not run"),
        ("stage.replace {\n expression = `(a)`\n source = \"x\"\n}", "`stage.replace` with `source` is not run"),
        ("stage.replace {\n expression = `(a)`\n replace = \"{{ .Value }}\"\n}", "a template in `replace` is not run"),
        ("stage.drop {\n expression = `(`\n}", "`stage.drop` has no expression that can be used"),
    ])
    func saysWhatItCantRun(_ stages: String, _ reason: String) throws {
        let error = #expect(throws: AlloyPipeline.Unsupported.self) { try line("x", through: stages) }
        #expect(error?.reason == reason)
    }

    /// Go's own results of `FindAllStringSubmatchIndex`.
    @Test(arguments: [
        ("a*", "baac", [[0, 0], [1, 3], [4, 4]]), ("(b)?a", "aba", [[0, 1, -1, -1], [1, 3, 1, 2]]), ("x", "abc", []),
    ])
    func matchesAsGoDoes(_ pattern: String, _ text: String, _ expected: [[Int]]) throws {
        let matches = try #require(RegexMatches(of: pattern, in: Array(text.utf8)))
        #expect(matches.all.map { $0.flatMap { [$0?.lowerBound ?? -1, $0?.upperBound ?? -1] } } == expected)
    }
}
