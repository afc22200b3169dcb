import Diagnostics
import Proofs
import YAML

/// Rule files of Prometheus: read by promtool, names looked up, each alert tested to fire and to stay silent.
public struct PrometheusRulesChecker: Checker {
    public let name = "prometheus-rules"
    public let subjects = [Subject("yaml", as: "prometheus-rules")]
    public let programs = [Promtool.program]
    public let doesNot = ["does not know whether a threshold suits your traffic"]

    private let cases: PromtoolTests

    public init(_ cases: PromtoolTests) { self.cases = cases }

    public func highestLevel(for snippet: Snippet) -> ProofLevel { .executed }

    public func dependencies(of snippet: Snippet, in workbench: Workbench) -> [String] {
        var ignored: [Diagnostic] = []
        let documents = YAMLStream(bytes: snippet.code, map: snippet.map, into: &ignored).documents
        let runbooks = Runbooks.sources(of: RuleFile(documents), workbench)
        guard let container = snippet.request.container?.value else { return runbooks }
        let tests = Self.testFile(of: container)
        return [container, tests] + RuleTests.ruleFiles(of: tests, in: workbench.files) + runbooks
    }

    /// The blocks that hold tests.
    public func companions(of snippet: Snippet, in workbench: Workbench) -> [Snippet] {
        workbench.snippets.filter { $0.kind?.value == "prometheus-rule-test" }
    }

    /// Where the tests of a rule file are looked for: `rules.test.yaml` beside `rules.yaml`.
    static func testFile(of path: String) -> String {
        guard let dot = path.lastIndex(of: ".") else { return path + ".test.yaml" }
        return path[..<dot] + ".test" + path[dot...]
    }

    public func prove(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
        var findings: [Diagnostic] = []
        let stream = YAMLStream(bytes: snippet.code, map: snippet.map, into: &findings)
        guard stream.isComplete else { return Proof(level: nil, findings: findings) }
        let file = RuleFile(stream.documents)
        guard !file.rules.isEmpty else {
            let origin = stream.documents.first?.origin ?? snippet.opening
            return Proof(
                level: nil, findings: findings + [PrometheusRulesRefused.found("there are no rules in it", at: origin)])
        }
        guard let promtool = await Promtool(workbench.toolbox) else {
            return Proof(level: .parsed, findings: findings, shortfall: "promtool is not installed")
        }
        var proof = Proof(level: .validated, findings: findings, tools: [promtool.found.title])
        await checkExpressions(of: file, promtool, at: snippet.opening, into: &proof)
        await checkFile(snippet, promtool, workbench, into: &proof)
        for rule in file.rules where rule.isAlert {
            proof.findings += AlertTemplates.findings(in: rule) + Runbooks.findings(in: rule, workbench)
        }
        proof.claims = ["\(file.rules.count) rule\(file.rules.count == 1 ? "" : "s") read"]
        guard !proof.findings.contains(where: { $0.severity == .error }) else { return proof }
        await checkTests(of: file, snippet, promtool, workbench, into: &proof)
        return proof
    }

    private func checkExpressions(
        of file: RuleFile, _ promtool: Promtool, at origin: PositionMap.Origin, into proof: inout Proof
    ) async {
        let queries = file.rules.compactMap(\.expression).map { (bytes: Array($0.value.utf8), map: $0.map) }
        for query in queries { proof.findings += PromQLNames(query.bytes, map: query.map).findings }
        let (complaints, outcome) = await promtool.check(queries.map(\.bytes))
        guard let complaints else {
            proof.level = nil
            proof.findings.append(ProofToolFailed.finding(promtool.found.title, outcome, at: origin))
            return
        }
        proof.findings += complaints.map { complaint in
            PromQLChecker.finding(complaint, queries[complaint.query].bytes, queries[complaint.query].map)
        }
    }

    /// Structure, names and durations are promtool's to judge: of the file that holds a part, else of the text.
    private func checkFile(
        _ snippet: Snippet, _ promtool: Promtool, _ workbench: Workbench, into proof: inout Proof
    ) async {
        var path = snippet.request.container.map { workbench.files.root + "/" + $0.value }
        var temporary: TemporaryText?
        if path == nil {
            temporary = TemporaryText(snippet.code, ending: "yml")
            path = temporary?.path
        }
        defer { temporary?.remove() }
        guard let path else {
            let reason = "no temporary file can be written"
            proof.findings.append(ProofToolFailed.finding(promtool.found.title, because: reason, at: snippet.opening))
            return
        }
        let outcome = await ProcessCommand(promtool.found.path, ["check", "rules", path]).run()
        if outcome.isSuccess { return }
        let complaints = promtool.fileComplaints(in: outcome, path: path)
        if complaints.isEmpty {
            proof.findings.append(ProofToolFailed.finding(promtool.found.title, outcome, at: snippet.opening))
        }
        // Expressions were asked for one by one, with better places.
        for complaint in complaints where !complaint.message.contains("could not parse expression") {
            let isOwn = snippet.request.container == nil
            let range = isOwn ? complaint.line.map { snippet.range(line: $0) } : nil
            proof.findings.append(
                PrometheusRulesRefused.found(complaint.message, at: range.map(snippet.origin(of:)) ?? snippet.opening))
        }
    }

    private func checkTests(
        of file: RuleFile, _ snippet: Snippet, _ promtool: Promtool, _ workbench: Workbench, into proof: inout Proof
    ) async {
        let alerts = file.rules.filter(\.isAlert).compactMap(\.name)
        guard !alerts.isEmpty else { return }
        let tests = tests(for: snippet, workbench)
        for alert in alerts {
            if !tests.cases.fired.contains(alert.value) {
                proof.findings.append(PrometheusRulesNeverFired.found(alert.value, at: alert.origin))
            }
            if !tests.cases.silent.contains(alert.value) {
                proof.findings.append(PrometheusRulesNeverSilent.found(alert.value, at: alert.origin))
            }
        }
        guard let path = tests.path else { return }
        let outcome = await cases.outcome(of: workbench.files.root + "/" + path, by: promtool)
        if outcome.isSuccess {
            proof.level = .executed
            proof.claims.append("each alert tested to fire and to stay silent")
        } else {
            proof.findings.append(RuleTestFailure.finding(promtool, outcome, at: snippet.opening))
        }
    }

    /// The cases for the rules of a snippet: of the file beside its own, and of the blocks that hold tests.
    private func tests(for snippet: Snippet, _ workbench: Workbench) -> (cases: RuleTests, path: String?) {
        var documents: [YAMLNode] = []
        var ignored: [Diagnostic] = []
        var path: String?
        if let container = snippet.request.container?.value {
            let beside = Self.testFile(of: container)
            if case .success(let file) = workbench.files.file(beside) {
                documents += YAMLStream(file, into: &ignored).documents
                path = beside
            }
        }
        for other in companions(of: snippet, in: workbench) {
            documents += YAMLStream(bytes: other.code, map: other.map, into: &ignored).documents
        }
        return (RuleTests(documents), path)
    }
}
