import Diagnostics
import Proofs

/// Python: compiled, and looked through by ruff.
public struct PythonChecker: Checker {
    public let name = "python"
    public let subjects = [Subject("python"), Subject("py")]
    public let programs = [Self.python, Self.ruff, Sandbox.bubblewrap]
    public let doesNot = [
        "does not check types",
        "does not run what imports modules that are not installed, nor what stands below `if __name__ == \"__main__\"`",
    ]

    static let python = Program("python3", installation: "apt-get install python3", purpose: "compiles Python")
    static let ruff = Program("ruff", installation: "pip install ruff", purpose: "finds mistakes in Python")

    public init() {}

    public func highestLevel(for snippet: Snippet) -> ProofLevel { snippet.output == nil ? .executed : .matched }

    public func dependencies(of snippet: Snippet, in workbench: Workbench) -> [String] {
        let modules = PythonRun(snippet: snippet, earlier: Self.earlier(than: snippet, in: workbench)).modules
        return FilesBeside(workbench).files(modules, for: snippet).map(\.path)
    }

    public func prove(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
        guard let python = await workbench.toolbox.find(Self.python) else {
            return Proof(level: nil, shortfall: "python3 is not installed")
        }
        let outcome = await PythonAnswer.command(python, snippet).run()
        guard let answer = PythonAnswer(outcome) else {
            return Proof(level: nil, findings: [ProofToolFailed.finding(python.title, outcome, at: snippet.opening)])
        }
        if let finding = answer.finding(in: snippet) {
            return Proof(level: nil, findings: [finding], tools: [python.title])
        }
        var proof = Proof(level: .parsed, tools: [python.title], claims: ["compiled"])
        guard let ruff = await workbench.toolbox.find(Self.ruff) else {
            proof.shortfall = "ruff is not installed"
            return proof
        }
        let earlier = Self.earlier(than: snippet, in: workbench)
        let looked = await RuffReport.command(ruff, earlier + snippet.code).run()
        proof.tools.append(ruff.title)
        guard let report = RuffReport(looked) else {
            proof.findings.append(ProofToolFailed.finding(ruff.title, looked, at: snippet.opening))
            return proof
        }
        proof.findings += report.findings(in: snippet, behind: earlier.count { $0 == 0x0A })
        proof.level = .validated
        proof.claims.append("looked through by ruff")
        await run(PythonRun(snippet: snippet, earlier: earlier), in: workbench, into: &proof)
        return proof
    }

    private func run(_ run: PythonRun, in workbench: Workbench, into proof: inout Proof) async {
        let request = run.snippet.request
        // Who asks for less means that it can't be run.
        let asksForLess = (request.level?.value).map { $0 < .executed } ?? false
        if asksForLess || proof.findings.contains(where: { $0.severity != .note }) { return }
        let beside = FilesBeside(workbench)
        let command = run.command(beside.laid(beside.files(run.modules, for: run.snippet)))
        do throws(SandboxUnavailable) {
            let needs = request.needs.map(\.value)
            let sandbox = try await workbench.sandbox.get()
            guard !needs.isEmpty else {
                run.judge(await sandbox.run(command), &proof)
                return
            }
            let plain = command
            let (tools, outcome) = try await workbench.services.use(needs, on: workbench) { room in
                var command = plain
                room.admit(&command)
                return (room.tools, await sandbox.run(command))
            }
            proof.tools += tools
            run.judge(outcome, &proof)
        } catch {
            proof.shortfall = "not run: \(error.reason)"
        }
    }

    /// What the session has run before: its names are known here.
    private static func earlier(than snippet: Snippet, in workbench: Workbench) -> [UInt8] {
        guard let session = snippet.request.session?.value else { return [] }
        return workbench.snippets.filter {
            $0.number < snippet.number && $0.request.session?.value == session && $0.language == snippet.language
        }.flatMap { $0.code.last == 0x0A || $0.code.isEmpty ? $0.code : $0.code + [0x0A] }
    }
}
