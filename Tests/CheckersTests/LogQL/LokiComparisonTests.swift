import Foundation
import LogQL
import Proofs
import TestSupport
import Testing

@testable import Checkers

/// Queries that a Loki answers beside the engine. The stand-in plays Loki.
@Suite(.enabled("curl is not installed") { FileManager.default.isExecutableFile(atPath: "/usr/bin/curl") })
struct LokiComparisonTests {
    private static let lines = """
        {"labels":{"app":"lamp","level":"info"},"ts":"1772395200000000000","line":"lit"}
        {"labels":{"app":"lamp","level":"error"},"ts":"1772395203000000000","line":"bulb 2 is dark"}

        """

    private static var galley: String {
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        return tests.deletingLastPathComponent().appendingPathComponent("galley").path
    }

    /// A server that ends with the test.
    private final class Loki {
        private let process = Process()
        let address: String

        init(_ flags: String...) throws {
            process.executableURL = URL(fileURLWithPath: LokiComparisonTests.galley)
            process.arguments = ["logql", "serve", "--port", "0"] + flags
            let errors = Pipe()
            process.standardError = errors
            try process.run()
            var said = ""
            while !said.contains("\n") {
                let data = errors.fileHandleForReading.availableData
                if data.isEmpty { break }
                said += String(decoding: data, as: UTF8.self)
            }
            let start = try #require(said.firstRange(of: "http://")?.lowerBound, "\(said)")
            address = String(said[start...].prefix { !$0.isWhitespace && $0 != "," })
        }

        deinit {
            process.terminate()
            process.waitUntilExit()
        }
    }

    private func proving(_ server: LokiServer?) -> Proving {
        var proving = Proving("logql")
        proving.files = ["lamp.jsonl": Self.lines]
        proving.configuration = "datasets: {lamp: {files: [lamp.jsonl], now: 2026-03-01T20:00:10Z}}"
        proving.request.data = .init("lamp", at: Origins.nowhere)
        proving.checker = LogQLChecker(server: server)
        return proving
    }

    private static let same = "Loki 3.7.6-galley-stand-in answers the same"

    /// A batch of one, as the prover gives it.
    @Test(arguments: [
        "{app=\"lamp\"} |= \"dark\"", "sum by (level) (count_over_time({app=\"lamp\"}[1m]))",
    ])
    func agreementIsClaimed(query: String) async throws {
        let loki = try Loki("--no-discovery", "--auth-enabled")
        let proof = try await proving(.address(loki.address)).batch(query)
        #expect(proof.findings.isEmpty && proof.claims.last == Self.same, "\(proof)")
        #expect(proof.tools.last == "Loki 3.7.6-galley-stand-in")
    }

    @Test func aDifferenceIsToldAtTheQuery() async throws {
        let loki = try Loki("--auth-enabled")
        let proof = try await proving(.address(loki.address)).batch("{app=\"lamp\", level=\"error\"}")
        let finding = try #require(proof.findings.first)
        #expect(finding.rule == "logql/differs-from-loki" && finding.span.text == "{app=\"lamp\", level=\"error\"}\n")
        #expect(finding.notes.count == 2 && finding.notes[0].hasPrefix("the engine: no series"))
    }

    @Test func aLokiWithLinesIsRefused() async throws {
        let loki = try Loki("--no-discovery")
        let proving = proving(.address(loki.address))
        #expect(try await proving.batch("{app=\"lamp\"}").claims.last == Self.same)
        let again = try await proving.batch("{app=\"lamp\"}")
        #expect(again.findings.map(\.rule.text) == ["proof/tool-failed"] && again.level == .executed)
        #expect(again.findings.first?.message.contains("it has lines already") == true)
    }

    @Test func whatIsNotRunIsNotAsked() async throws {
        let proving = proving(.address("http://127.0.0.1:9"))
        let broken = try await proving.batch("{app=\"lamp\"")
        #expect(broken.findings.map(\.rule.text) == ["logql/syntax"])
        let silent = try await proving.batch("{app=\"lamp\"}")
        #expect(silent.findings.map(\.rule.text) == ["proof/tool-failed"])
        #expect(silent.findings.first?.span.start == .init(line: 1, column: 1))
    }

    @Test func curlIsNeeded() async throws {
        var proving = proving(.address("http://127.0.0.1:9"))
        proving.path = "/nonexistent"
        let proof = try await proving.batch("{app=\"lamp\"}")
        #expect(proof.findings.first?.message.contains("curl is not installed") == true)
    }

    @Test(.enabled("no sandbox can be made here") { await Proving.hasSandbox })
    func aProgramIsStarted() async throws {
        let folder = try TemporaryFolder(files: [
            "loki": """
            #!/bin/sh
            [ "$1" = -version ] && echo "loki, version 3.7.6" && exit
            exec \(Self.galley) logql serve --port 3100 --quiet --no-discovery --auth-enabled
            """
        ])
        try folder.makeExecutable("loki")
        var proving = proving(.program)
        proving.server = .program
        proving.path = folder.path + ":" + proving.path
        let proof = try await proving.batch("{app=\"lamp\"}")
        #expect(proof.findings.isEmpty && proof.claims.last == Self.same, "\(proof)")
    }

    @Test func whichAnswersPassIsDeclared() {
        let (none, program, address) = (
            LogQLChecker(), LogQLChecker(server: .program), LogQLChecker(server: .address("http://127.0.0.1:9"))
        )
        #expect([none, program, address].map(\.isOnline) == [false, false, true])
        #expect([none, program, address].map(\.isBatched) == [false, true, true])
        #expect([none, program, address].map(\.needsFreshServices) == [false, true, true])
        #expect([none, program, address].map { $0.programs.map(\.name) } == [[], ["loki", "curl"], ["curl"]])
    }
}
