import Diagnostics
import Proofs
import YAML

/// Configurations of Prometheus: read by promtool.
public struct PrometheusConfigChecker: Checker {
    public let name = "prometheus-config"
    public let subjects = [Subject("yaml", as: "prometheus-config")]
    public let programs = [Promtool.program]
    public let doesNot = ["does not look at files that the configuration names"]

    public init() {}

    public func highestLevel(for snippet: Snippet) -> ProofLevel { .validated }

    public func prove(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
        var findings: [Diagnostic] = []
        let stream = YAMLStream(bytes: snippet.code, map: snippet.map, into: &findings)
        guard stream.isComplete else { return Proof(level: nil, findings: findings) }
        for document in stream.documents { findings += SecurityScan.findings(in: document) }
        guard let promtool = await Promtool(workbench.toolbox) else {
            return Proof(level: .parsed, findings: findings, shortfall: "promtool is not installed")
        }
        guard let file = TemporaryText(snippet.code, ending: "yml") else {
            findings.append(
                ProofToolFailed.finding(
                    promtool.found.title, because: "no temporary file can be written", at: snippet.opening))
            return Proof(level: .parsed, findings: findings)
        }
        defer { file.remove() }
        let outcome = await ProcessCommand(promtool.found.path, ["check", "config", "--syntax-only", file.path]).run()
        if !outcome.isSuccess {
            let complaints = promtool.fileComplaints(in: outcome, path: "parsing YAML file \(file.path)")
            if complaints.isEmpty { findings.append(Self.unread(outcome, promtool, snippet)) }
            for complaint in complaints {
                let origin = complaint.line.map { snippet.origin(of: snippet.range(line: $0)) } ?? snippet.opening
                findings.append(PrometheusConfigRefused.found(complaint.message, at: origin))
            }
        }
        return Proof(
            level: .validated, findings: findings, tools: [promtool.found.title], claims: ["accepted by promtool"])
    }

    private static func unread(_ outcome: ProcessOutcome, _ promtool: Promtool, _ snippet: Snippet) -> Diagnostic {
        let lines = (outcome.outputText + outcome.errorText).split(separator: "\n")
        guard case .exited = outcome.end, let failed = lines.firstIndex(where: { $0.contains("FAILED") }) else {
            return ProofToolFailed.finding(promtool.found.title, outcome, at: snippet.opening)
        }
        let message = lines[failed].trimmingPrefix { $0 == " " }.trimmingPrefix("FAILED:").trimmingPrefix { $0 == " " }
        return PrometheusConfigRefused.found(String(message.isEmpty ? lines.last ?? "" : message), at: snippet.opening)
    }
}
