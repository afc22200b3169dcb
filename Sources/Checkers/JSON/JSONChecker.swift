import Diagnostics
import Proofs
import YAML

/// JSON: its syntax and doubled keys; of Grafana's dashboards and panels all that they hold.
public struct JSONChecker: Checker {
    public let name = "json"
    public let subjects = [
        Subject("json"), Subject("json", as: "grafana-dashboard"), Subject("json", as: "grafana-panel"),
    ]
    public let programs: [Program]
    public let doesNot = [
        "does not import a dashboard into Grafana, unless `--grafana` names one",
        "does not run the queries of a dashboard without `data=`",
        "does not know the models of Grafana's second version",
    ]

    public var isOnline: Bool { grafana != nil }
    private let grafana: GrafanaImport?

    /// - Parameter grafana: a Grafana that whole dashboards are imported into, and removed from again.
    public init(grafana: GrafanaImport? = nil) {
        self.grafana = grafana
        programs = [Promtool.program] + (grafana == nil ? [] : [LokiClient.curl])
    }

    public func highestLevel(for snippet: Snippet) -> ProofLevel {
        if snippet.kind == nil { return .parsed }
        return snippet.request.data == nil ? .validated : .executed
    }

    public func dependencies(of snippet: Snippet, in workbench: Workbench) -> [String] {
        snippet.request.data == nil ? [] : workbench.datasetFiles(for: snippet)
    }

    public func prove(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
        if let problem = JSONText.problem(in: snippet.code) {
            let finding = JSONSyntax.found(
                problem.found, expected: problem.expected, help: problem.help, at: snippet.origin(of: problem.range))
            return Proof(level: nil, findings: [finding])
        }
        // JSON is YAML, whose reader knows the place of each key and value.
        var findings: [Diagnostic] = []
        let stream = YAMLStream(bytes: snippet.code, map: snippet.map, into: &findings)
        guard stream.isComplete, let document = stream.documents.first else {
            return Proof(
                level: .parsed, findings: findings.filter { $0.rule.family == "yaml" && $0.severity == .warning })
        }
        var proof = Proof(level: .parsed, findings: findings, claims: ["read, each key once"])
        guard let kind = snippet.kind?.value else { return proof }
        let dashboard = GrafanaDashboard(document, isPanel: kind == "grafana-panel")
        proof.findings += dashboard.findings
        proof.level = .validated
        let count = dashboard.targets.count
        proof.claims = [
            "\(dashboard.panelCount) panel\(dashboard.panelCount == 1 ? "" : "s")",
            "\(count) quer\(count == 1 ? "y" : "ies") read",
        ]
        await checkQueries(of: dashboard, snippet, workbench, into: &proof)
        if snippet.request.data != nil, !proof.findings.contains(where: { $0.severity == .error }) {
            await GrafanaPanelData(snippet, workbench).check(dashboard, into: &proof)
        }
        if let grafana, kind == "grafana-dashboard", !proof.findings.contains(where: { $0.severity == .error }) {
            await grafana.check(snippet, dashboard.panelCount, workbench, into: &proof)
        }
        return proof
    }

    private func checkQueries(
        of dashboard: GrafanaDashboard, _ snippet: Snippet, _ workbench: Workbench, into proof: inout Proof
    ) async {
        let queries = dashboard.targets.filter { !$0.isLogQL }.map(PlainQuery.init)
        guard !queries.isEmpty else { return }
        guard let promtool = await Promtool(workbench.toolbox) else {
            proof.shortfall = "promtool is not installed"
            return
        }
        proof.tools = [promtool.found.title]
        for query in queries { proof.findings += PromQLNames(query.bytes, map: query.map).findings }
        let (complaints, outcome) = await promtool.check(queries.map(\.bytes))
        if let complaints {
            proof.findings += complaints.map {
                PromQLChecker.finding($0, queries[$0.query].bytes, queries[$0.query].map)
            }
        } else {
            proof.findings.append(ProofToolFailed.finding(promtool.found.title, outcome, at: snippet.opening))
        }
    }
}
