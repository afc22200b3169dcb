import Diagnostics
import Proofs
import YAML

/// Files for `promtool test rules`: run.
public struct PrometheusRuleTestChecker: Checker {
    public let name = "prometheus-rule-test"
    public let subjects = [Subject("yaml", as: "prometheus-rule-test")]
    public let programs = [Promtool.program]

    private let cases: PromtoolTests

    public init(_ cases: PromtoolTests) { self.cases = cases }

    public func highestLevel(for snippet: Snippet) -> ProofLevel { .executed }

    public func dependencies(of snippet: Snippet, in workbench: Workbench) -> [String] {
        if let container = snippet.request.container?.value {
            return [container] + RuleTests.ruleFiles(of: container, in: workbench.files)
        }
        var ignored: [Diagnostic] = []
        let documents = YAMLStream(bytes: snippet.code, map: snippet.map, into: &ignored).documents
        return RuleTests.ruleFiles(documents, in: ProjectFiles.folder(of: snippet.fragment))
    }

    public func prove(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
        var findings: [Diagnostic] = []
        let stream = YAMLStream(bytes: snippet.code, map: snippet.map, into: &findings)
        guard stream.isComplete, findings.isEmpty else { return Proof(level: nil, findings: findings) }
        guard let promtool = await Promtool(workbench.toolbox) else {
            return Proof(level: .parsed, shortfall: "promtool is not installed")
        }
        var path = snippet.request.container?.value
        var temporary: TemporaryText?
        defer { temporary?.remove() }
        if path == nil {
            // Names of rule files are relative to the page, whose folder the text then has to be in.
            let folder = workbench.files.root + "/" + ProjectFiles.folder(of: snippet.fragment)
            let text = Self.absolute(snippet.text, folder: folder)
            temporary = TemporaryText(Array(text.utf8), ending: "yml")
            path = temporary?.path
        } else {
            path = path.map { workbench.files.root + "/" + $0 }
        }
        guard let path else {
            let finding = ProofToolFailed.finding(
                promtool.found.title, because: "no temporary file can be written", at: snippet.opening)
            return Proof(level: nil, findings: [finding])
        }
        let outcome = await cases.outcome(of: path, by: promtool)
        guard outcome.isSuccess else {
            return Proof(
                level: .parsed, findings: [RuleTestFailure.finding(promtool, outcome, at: snippet.opening)],
                tools: [promtool.found.title])
        }
        return Proof(level: .executed, tools: [promtool.found.title], claims: ["all cases hold"])
    }

    /// The names below `rule_files` as absolute paths.
    private static func absolute(_ text: String, folder: String) -> String {
        var isBelow = false
        return text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            let words = line.drop { $0 == " " }
            if line.hasPrefix("rule_files:") {
                isBelow = true
            } else if !line.hasPrefix(" "), !line.hasPrefix("-") {
                isBelow = false
            }
            guard isBelow, words.hasPrefix("- "), !words.dropFirst(2).hasPrefix("/") else { return String(line) }
            return line.prefix(line.count - words.count) + "- " + folder + "/" + words.dropFirst(2)
        }.joined(separator: "\n")
    }
}

/// What promtool says of cases that do not hold.
enum RuleTestFailure {
    static func finding(_ promtool: Promtool, _ outcome: ProcessOutcome, at origin: PositionMap.Origin) -> Diagnostic {
        let text = outcome.outputText + outcome.errorText
        guard case .exited = outcome.end, text.contains("FAILED") else {
            return ProofToolFailed.finding(promtool.found.title, outcome, at: origin)
        }
        let lines = text.split(separator: "\n").map(String.init).drop { !$0.contains("FAILED") }.dropFirst()
        return PrometheusRulesTestFailed.found(Array(lines.prefix(8)), at: origin)
    }
}
