import Diagnostics
import LogQL
import Proofs
import YAML

/// Rules of Loki's ruler: structure, durations, and queries, each at its own bytes. Alerts have cases that make them fire
/// and keep them silent; with `data=` all queries are run on a dataset.
public struct LokiRulesChecker: Checker {
    public let name = "loki-rules"
    public let subjects = [Subject("yaml", as: "loki-rules")]
    public let doesNot = ["does not know whether a threshold suits your traffic"]

    public init() {}

    public func highestLevel(for snippet: Snippet) -> ProofLevel {
        snippet.request.data != nil || snippet.text.contains("alert:") ? .executed : .validated
    }

    /// The blocks that hold its cases.
    public func companions(of snippet: Snippet, in workbench: Workbench) -> [Snippet] {
        workbench.snippets.filter { $0.kind?.value == "loki-rule-test" }
    }

    public func prove(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
        var findings: [Diagnostic] = []
        let stream = YAMLStream(bytes: snippet.code, map: snippet.map, into: &findings)
        guard stream.isComplete else { return Proof(level: nil, findings: findings) }
        let file = RuleFile(stream.documents)
        for document in stream.documents { checkKeys(of: document, &findings) }
        if file.rules.isEmpty { findings.append(LokiRulesUnknownKey.missing("groups", at: snippet.opening)) }
        for rule in file.rules { check(rule, &findings) }
        var proof = Proof(
            level: .validated, findings: findings, tools: ["Galley's LogQL"],
            claims: ["\(file.rules.count) rule\(file.rules.count == 1 ? "" : "s") read"])
        guard !findings.contains(where: { $0.severity == .error }) else { return proof }
        checkCases(of: file, workbench, into: &proof)
        await run(file, snippet, workbench, into: &proof)
        return proof
    }

    /// What the cases hold is for the checker of their own block to tell.
    private func checkCases(of file: RuleFile, _ workbench: Workbench, into proof: inout Proof) {
        let alerts = file.rules.filter(\.isAlert).compactMap(\.name)
        guard !alerts.isEmpty else { return }
        let tests = LokiRuleBook.tests(workbench)
        for alert in alerts {
            if !tests.fired.contains(alert.value) {
                proof.findings.append(LokiRulesNeverFired.found(alert.value, at: alert.origin))
            }
            if !tests.silent.contains(alert.value) {
                proof.findings.append(LokiRulesNeverSilent.found(alert.value, at: alert.origin))
            }
        }
        proof.level = .executed
        proof.claims.append("each alert tested to fire and to stay silent")
    }

    /// Asks the queries once at the dataset's `now`. A record that is empty there would record nothing.
    private func run(_ file: RuleFile, _ snippet: Snippet, _ workbench: Workbench, into proof: inout Proof) async {
        guard let data = snippet.request.data else { return }
        guard let dataset = await workbench.datasets.dataset(data.value) else {
            proof.shortfall = "the dataset `\(data.value)` can't be read"
            return
        }
        for rule in file.rules {
            guard let text = rule.expression, let query = Query(Array(text.value.utf8)).expression else { continue }
            do {
                let (_, statistics) = try Engine(dataset.data).run(query, QueryRequest(time: dataset.now))
                if statistics.entries == 0, !rule.isAlert {
                    proof.findings.append(LogQLFindsNothing.found(on: dataset.name, at: text.origin))
                }
            } catch {
                proof.findings.append(LogQLFails.found(error.message, at: text.origin))
            }
        }
        proof.level = .executed
        proof.claims.append("run on `\(dataset.name)`")
    }

    private static let groupKeys = [
        "name", "interval", "limit", "rules", "labels", "query_offset", "partial_response_strategy",
    ]
    private static let ruleKeys = ["alert", "record", "expr", "for", "keep_firing_for", "labels", "annotations"]

    private func checkKeys(of document: YAMLNode, _ findings: inout [Diagnostic]) {
        check(document, ["groups", "namespace"], &findings)
        for group in document["groups"]?.sequence ?? [] {
            check(group, Self.groupKeys, &findings)
            check(duration: group["interval"], &findings)
            for rule in group["rules"]?.sequence ?? [] { check(rule, Self.ruleKeys, &findings) }
        }
    }

    private func check(_ node: YAMLNode, _ known: [String], _ findings: inout [Diagnostic]) {
        for entry in node.mapping?.entries ?? [] {
            guard let name = entry.name, !known.contains(name) else { continue }
            findings.append(LokiRulesUnknownKey.found(name, known: known, at: entry.key.origin))
        }
    }

    private func check(duration node: YAMLNode?, _ findings: inout [Diagnostic]) {
        guard let scalar = node?.scalar, LokiValue.prometheusDuration(scalar.value) == nil else { return }
        findings.append(LokiRulesBadDuration.found(scalar.value, at: scalar.origin))
    }

    private func check(_ rule: RuleFile.Rule, _ findings: inout [Diagnostic]) {
        let place = rule.node.mapping?.entries.first?.key.origin ?? rule.node.origin
        if rule.name == nil { findings.append(LokiRulesUnknownKey.missing("alert", at: place)) }
        check(duration: rule.node["for"], &findings)
        guard let expression = rule.expression else {
            findings.append(LokiRulesUnknownKey.missing("expr", at: place))
            return
        }
        let text = QueryText(Array(expression.value.utf8), map: expression.map, takesFixes: false)
        findings += Linter().diagnostics(in: text)
        if case .log? = Query(text.bytes).expression { findings.append(LokiRulesLogQuery.found(at: expression.origin)) }
        findings += AlertTemplates.findings(in: rule)
    }
}
