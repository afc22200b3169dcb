import Foundation
import Proofs
import TestSupport
import Testing

@testable import Checkers

/// What becomes of a dashboard in Grafana, by a program `curl` that answers in Grafana's place.
struct GrafanaImportTests {
    private static let dashboard = """
        {"id": 7, "uid": "lamp", "title": "Lamp", "schemaVersion": 39, "panels": [
          {"id": 1, "type": "row", "title": "Row", "collapsed": true, "gridPos": {"x": 0, "y": 0, "w": 24, "h": 1},
           "panels": [{"id": 2, "type": "text", "title": "A", "gridPos": {"x": 0, "y": 1, "w": 12, "h": 4}}]}
        ]}
        """

    /// What the server answers: a body, and a status on a line of its own.
    struct Answers {
        var health = #"{"version": "12.1.0"}"# + "\n200"
        var post = #"{"status": "success"}"# + "\n200"
        var read = #"{"dashboard": {"panels": [{"panels": [{}]}]}}"# + "\n200"
    }

    private func ask(_ answers: Answers, token: String? = "secret") async throws -> (proof: Proof, asked: String) {
        let folder = try TemporaryFolder(files: [
            "health": answers.health, "post": answers.post, "read": answers.read, "delete": "{}\n200",
            "curl": """
            #!/bin/sh
            [ "$1" = --version ] && { echo curl 8.0.0; exit; }
            cd "$(dirname "$0")"
            while [ $# -gt 0 ]; do
              case $1 in
                --request) method=$2; shift ;;
                --data-binary) cp "${2#@}" body; shift ;;
                http*) address=$1 ;;
              esac
              shift
            done
            { echo "$method $address"; cat; echo; } >> asked
            case "$method $address" in
              *health) cat health ;;
              POST*) cat post ;;
              GET*) cat read ;;
              DELETE*) cat delete ;;
            esac
            """,
        ])
        try folder.makeExecutable("curl")
        var proving = Proving("json", as: "grafana-dashboard")
        proving.path = folder.path + ":/usr/bin:/bin"
        let address = try #require(ServerAddress("http://grafana.example:3000"))
        proving.checker = JSONChecker(grafana: GrafanaImport(address, token: token))
        let proof = try await proving(Self.dashboard)
        let asked = try folder.read("asked").replacing("galley-\(getpid())-0", with: "UID")
        return (proof, asked + ((try? folder.read("body")) ?? ""))
    }

    @Test func itIsImportedReadAndRemoved() async throws {
        let (proof, asked) = try await ask(Answers())
        #expect(proof.findings.isEmpty && proof.claims.last == "imported" && proof.tools.contains("Grafana 12.1.0"))
        let lines = asked.split(separator: "\n").map(String.init)
        #expect(
            lines.filter { $0.contains("grafana.example") } == [
                "GET http://grafana.example:3000/api/health", "POST http://grafana.example:3000/api/dashboards/db",
                "GET http://grafana.example:3000/api/dashboards/uid/UID",
                "DELETE http://grafana.example:3000/api/dashboards/uid/UID",
            ])
        #expect(lines.filter { $0 == "Authorization: Bearer secret" }.count == 4)
        // Its own name and no number, so that nothing that is there is written over.
        let body = try #require(lines.last)
        #expect(body.contains(#""id":null"#) && body.contains(#""overwrite":false"#))
        #expect(!body.contains(#""uid":"lamp""#))
        let (_, open) = try await ask(Answers(), token: nil)
        #expect(!open.contains("Authorization"))
    }

    @Test(arguments: [
        (
            Answers(health: "{}\n200"), "proof/tool-failed",
            "Grafana gave no answer: it does not say which version it is"
        ),
        (
            Answers(health: #"{"version": "12.1.0"}"# + "\n503"), "proof/tool-failed",
            "Grafana gave no answer: it does not say which version it is"
        ),
        (
            Answers(health: "no status"), "proof/tool-failed",
            "Grafana gave no answer: http://grafana.example:3000 does not answer: "
        ),
        (
            Answers(post: #"{"message": "title"}"# + "\n400"), "grafana/import-refused",
            "Grafana 12.1.0 does not take the dashboard (status 400)"
        ),
        (
            Answers(read: #"{"dashboard": {"panels": []}}"# + "\n200"), "grafana/import-refused",
            "Grafana 12.1.0 has 0 panels of the dashboard's 2 after the import"
        ),
        (
            Answers(read: "[]\n200"), "grafana/import-refused",
            "Grafana 12.1.0 has 0 panels of the dashboard's 2 after the import"
        ),
    ])
    func whatGoesWrongIsTold(answers: Answers, rule: String, message: String) async throws {
        let (proof, _) = try await ask(answers)
        #expect(proof.findings.map(\.rule.text) == [rule])
        #expect(proof.findings.first?.message.hasPrefix(message) == true, "\(proof.findings.map(\.message))")
        #expect(proof.findings.first?.span.start == .init(line: 1, column: 1))
    }

    @Test func withoutCurlItIsAShortfall() async throws {
        var proving = Proving("json", as: "grafana-dashboard")
        proving.path = "/nonexistent"
        let address = try #require(ServerAddress("http://grafana.example:3000"))
        let checker = JSONChecker(grafana: GrafanaImport(address, token: nil))
        #expect(checker.isOnline && !JSONChecker().isOnline)
        proving.checker = checker
        let proof = try await proving(Self.dashboard)
        #expect(proof.shortfall == "curl is not installed" && proof.findings.isEmpty)
    }
}
