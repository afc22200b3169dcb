import Diagnostics
import Proofs

/// Shell scripts and console sessions: read by bash, looked through by shellcheck, their commands known, their requests
/// to Loki in its API.
public struct ShellChecker: Checker {
    public let name = "shell"
    public let subjects = ["bash", "sh", "shell", "console"].map { Subject($0) }
    public let programs = [Self.bash, Self.shellcheck, Sandbox.bubblewrap]
    public let doesNot = [
        "does not check the options of commands, except of curl and those that open doors",
        "does not run what needs root, an init, a container engine or a cluster",
        "does not follow what `ssh`, `docker exec` and here-documents hand to other shells",
    ]
    /// Commands of the project, besides those that are known.
    let commands: [String]
    /// How long shellcheck may think about one script.
    let patience: Duration

    static let bash = Program("bash", installation: "apt-get install bash", purpose: "reads and runs shell scripts")
    static let shellcheck = Program(
        "shellcheck", installation: "apt-get install shellcheck", purpose: "finds mistakes in shell scripts",
        minimum: "0.7.0")

    public init(commands: [String] = [], patience: Duration = .seconds(30)) {
        self.commands = commands
        self.patience = patience
    }

    public func highestLevel(for snippet: Snippet) -> ProofLevel {
        if snippet.output != nil { return .matched }
        guard snippet.language == "console" else { return .executed }
        return ConsoleSession(snippet).parts.contains { !$0.output.isEmpty } ? .matched : .executed
    }

    public func dependencies(of snippet: Snippet, in workbench: Workbench) -> [String] {
        FilesBeside(workbench).files(for: snippet).map(\.path) + (snippet.request.container.map { [$0.value] } ?? [])
            + workbench.datasetFiles(for: snippet)
    }

    public func prove(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
        await prove([snippet], in: workbench)[0]
    }

    /// Those of a session, which share a shell; or one alone.
    public func prove(_ snippets: [Snippet], in workbench: Workbench) async -> [Proof] {
        var proofs: [Proof] = []
        for snippet in snippets { proofs.append(await validate(snippet, in: workbench)) }
        await ShellExecution(workbench).run(snippets, &proofs)
        return proofs
    }

    private func validate(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
        let script = snippet.language == "console" ? ConsoleSession(snippet).script : snippet
        if snippet.language == "console", script.code.isEmpty {
            return Proof(level: nil, findings: [ShellSyntax.noCommand(at: snippet.opening)])
        }
        guard let bash = await workbench.toolbox.find(Self.bash) else {
            return Proof(level: nil, shortfall: "bash is not installed")
        }
        let outcome = await BashSyntax.command(bash, script).run()
        if let finding = BashSyntax(script: script).finding(in: outcome) {
            return Proof(level: nil, findings: [finding], tools: [bash.title])
        }
        guard outcome.isSuccess else {
            return Proof(level: nil, findings: [ProofToolFailed.finding(bash.title, outcome, at: snippet.opening)])
        }
        var proof = Proof(level: .parsed, tools: [bash.title], claims: ["read by bash"])
        await lookThrough(script, workbench, into: &proof)
        await askShellcheck(script, workbench, into: &proof)
        return proof
    }

    private func lookThrough(_ script: Snippet, _ workbench: Workbench, into proof: inout Proof) async {
        let known = KnownCommands(declared: commands, folders: workbench.toolbox.folders)
        var labels: Set<String>?
        if let name = workbench.datasetName(for: script) {
            labels = await workbench.datasets.dataset(name)?.data.labelNames
        }
        var defined: Set<String> = []
        if let session = script.request.session?.value {
            for earlier in workbench.snippets.prefix(while: { $0.number < script.number })
            where earlier.request.session?.value == session {
                defined = ShellFindings(earlier.code, map: earlier.map, known: known, defined: defined).defined
            }
        }
        proof.findings +=
            ShellFindings(
                script.code, map: script.map, known: known, defined: defined, indexLabels: labels
            ).findings
    }

    private func askShellcheck(_ script: Snippet, _ workbench: Workbench, into proof: inout Proof) async {
        guard let shellcheck = await workbench.toolbox.find(Self.shellcheck) else {
            proof.shortfall = "shellcheck is not installed"
            return
        }
        if let reason = shellcheck.tooOld {
            proof.shortfall = reason
            return
        }
        var command = ShellCheckReport.command(shellcheck, script, isPart: script.request.session != nil)
        command.timeLimit = patience
        let outcome = await command.run()
        proof.tools.append(shellcheck.title)
        guard let report = ShellCheckReport(outcome) else {
            proof.findings.append(ProofToolFailed.finding(shellcheck.title, outcome, at: script.opening))
            return
        }
        proof.findings += report.findings(in: script)
        proof.level = .validated
        proof.claims.append("looked through by shellcheck")
    }
}
