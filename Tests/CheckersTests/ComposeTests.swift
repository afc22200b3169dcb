import Checkers
import Diagnostics
import Foundation
import TestSupport
import Testing

/// What Docker says of a Compose file, by programs that answer as it does.
struct ComposeTests {
    private let sound = "services: {loki: {image: 'grafana/loki:3.7.6'}}"

    private func proving(_ folder: TemporaryFolder, docker script: String, hasCompose: Bool = true) throws -> Proving {
        try folder.write(
            "#!/bin/sh\n[ \"$1\" = --version ] && { echo 'Docker version 27.3.1, build x'; exit 0; }\n"
                + "[ \"$2\" = version ] && { echo v2; exit \(hasCompose ? 0 : 125); }\n\(script)\n",
            to: "bin/docker")
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path + "/bin/docker")
        var proving = Proving("yaml", as: "compose")
        proving.path = folder.path + "/bin"
        return proving
    }

    @Test func isGivenTheFile() async throws {
        let folder = try TemporaryFolder(files: [:])
        let proving = try proving(folder, docker: "echo \"$*\" > \(folder.path)/said; cat >> \(folder.path)/said")
        let proof = try await proving(sound)
        #expect(proof.findings.isEmpty && proof.tools == ["docker 27.3.1"])
        let said = try String(contentsOf: folder.url.appendingPathComponent("said"), encoding: .utf8)
        #expect(said == "compose --project-name galley --file - config --quiet\n\(sound)\n")
    }

    @Test func refuses() async throws {
        let folder = try TemporaryFolder(files: [:])
        let script = "echo 'level=warning msg=\"x\"' >&2; echo 'services.loki.ports.0 invalid' >&2; exit 15"
        let proof = try await proving(folder, docker: script)(sound)
        #expect(proof.findings.map(\.rule.text) == ["compose/refused"])
        #expect(proof.findings.first?.message == "Docker refuses it: services.loki.ports.0 invalid")
        #expect(proof.findings.first?.span.start == Location(line: 1, column: 1))
    }

    @Test(arguments: [
        "env file /x/.env not found: stat /x/.env: no such file",
        "required variable PASSWORD is missing a value: set it",
    ])
    func saysNothing(_ message: String) async throws {
        let folder = try TemporaryFolder(files: [:])
        let proof = try await proving(folder, docker: "echo \"\(message)\" >&2; exit 1")(sound)
        #expect(proof.findings.isEmpty && proof.tools.isEmpty)
    }

    @Test func lacksCompose() async throws {
        let folder = try TemporaryFolder(files: [:])
        let proof = try await proving(folder, docker: "exit 1", hasCompose: false)(sound)
        #expect(proof.findings.isEmpty && proof.tools.isEmpty && proof.level == .validated)
    }

    @Test func isKilled() async throws {
        let folder = try TemporaryFolder(files: [:])
        let proof = try await proving(folder, docker: "kill -9 $$")(sound)
        #expect(proof.findings.map(\.rule.text) == ["proof/tool-failed"])
    }
}
