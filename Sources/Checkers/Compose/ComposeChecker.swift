import Diagnostics
import Proofs
import YAML

/// Compose files: keys and types of the Compose Specification, what services name, and Docker's own word where it is there.
public struct ComposeChecker: Checker {
    public let name = "compose"
    public let subjects = [Subject("yaml", as: "compose")]
    public let programs = [Self.docker]
    public let doesNot = ["does not start services, nor see whether images and files exist"]

    static let docker = Program(
        "docker", installation: "see https://docs.docker.com/engine/install/",
        purpose: "reads Compose files (docker compose config)")

    public init() {}

    public func highestLevel(for snippet: Snippet) -> ProofLevel { .validated }

    public func prove(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
        var findings: [Diagnostic] = []
        let stream = YAMLStream(bytes: snippet.code, map: snippet.map, into: &findings)
        guard stream.isComplete else { return Proof(level: nil, findings: findings) }
        if stream.documents.isEmpty { findings.append(YAMLEmpty.found(at: snippet.opening)) }
        for document in stream.documents {
            findings += KeyTables.compose.findings(in: document, owner: "a Compose file")
            findings += ComposeRules.findings(in: document) + SecurityScan.findings(in: document)
        }
        var proof = Proof(
            level: .validated, findings: findings, claims: ["keys and types of the Compose Specification"])
        if let docker = await workbench.toolbox.find(Self.docker) {
            await ask(docker, about: snippet, into: &proof)
        }
        return proof
    }

    /// Docker has the last word. A client without Compose has none.
    private func ask(_ docker: FoundProgram, about snippet: Snippet, into proof: inout Proof) async {
        guard await ProcessCommand(docker.path, ["compose", "version"]).run().isSuccess else { return }
        let arguments = ["compose", "--project-name", "galley", "--file", "-", "config", "--quiet"]
        let outcome = await ProcessCommand(docker.path, arguments, input: snippet.code).run()
        guard case .exited(let code) = outcome.end else {
            proof.findings.append(ProofToolFailed.finding(docker.title, outcome, at: snippet.opening))
            return
        }
        let message = outcome.errorText.split(separator: "\n").last { !$0.contains("level=warning") } ?? ""
        // What depends on the machine is no fault of the text.
        let isMachine = message.contains("required variable") || message.contains("env file")
        if code == 0 {
            proof.tools.append(docker.title)
        } else if !isMachine {
            proof.findings.append(
                ComposeRefused.found(message.isEmpty ? "exit code \(code)" : String(message), at: snippet.opening))
        }
    }
}
