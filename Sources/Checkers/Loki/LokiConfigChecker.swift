import Diagnostics
import Proofs
import YAML

/// Configuration files of Loki, whole or in parts: settings, types, and what Loki asks of them together when it starts.
public struct LokiConfigChecker: Checker {
    public let name = "loki-config"
    public let subjects = [Subject("yaml", as: "loki-config"), Subject("yaml", as: "loki-overrides")]
    public let programs = [Self.loki]
    public let doesNot = [
        "does not know what environment variables stand for",
        "does not see whether addresses, buckets and files that are named exist",
    ]

    static let loki = Program(
        "loki", versionArguments: ["-version"], installation: "see https://grafana.com/docs/loki/latest/setup/install/",
        purpose: "verifies configurations (-verify-config)")

    public init() {}

    public func highestLevel(for snippet: Snippet) -> ProofLevel { .validated }

    public func prove(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
        var findings: [Diagnostic] = []
        let stream = YAMLStream(bytes: snippet.code, map: snippet.map, into: &findings)
        guard stream.isComplete, let document = stream.documents.first else {
            return Proof(level: nil, findings: findings)
        }
        var walk = LokiConfigWalk()
        var whole: YAMLNode?
        if snippet.kind?.value == "loki-overrides" {
            checkOverrides(document, &walk, into: &findings)
        } else {
            walk.check(document)
            whole = container(of: snippet, workbench)
            let documents = [document] + (whole.map { [$0] } ?? [])
            // A text that brings a schema is a whole file.
            let isWhole = documents.count > 1 || document["schema_config"] != nil && document["server"] != nil
            findings += LokiConfigRules(documents, isWhole: isWhole).findings
        }
        findings += walk.findings + SecurityScan.findings(in: document)
        var proof = Proof(
            level: .validated, findings: findings, tools: ["settings of Loki \(LokiSettingTable.version)"],
            claims: ["\(walk.count) setting\(walk.count == 1 ? "" : "s") looked up"])
        if let whole {
            await verify(snippet, LokiConfigMerge(document, into: whole), workbench, into: &proof)
        } else if snippet.kind?.value == "loki-config", document["schema_config"] != nil {
            await verify(snippet, nil, workbench, into: &proof)
        }
        return proof
    }

    /// The file that the text is a part of: the one that `in=` names, or the one that it is included from.
    private func container(of snippet: Snippet, _ workbench: Workbench) -> YAMLNode? {
        var ignored: [Diagnostic] = []
        let included = snippet.origin(of: 0..<1).span.file
        let path = snippet.request.container?.value ?? (included.path.hasSuffix(".md") ? nil : included.path)
        guard let path, case .success(let file) = workbench.files.file(path) else { return nil }
        return YAMLStream(file, into: &ignored).documents.first
    }

    public func dependencies(of snippet: Snippet, in workbench: Workbench) -> [String] {
        let included = snippet.origin(of: 0..<1).span.file.path
        return (snippet.request.container.map { [$0.value] } ?? []) + (included.hasSuffix(".md") ? [] : [included])
    }

    /// The file that `runtime_config` names: limits of tenants.
    private func checkOverrides(_ document: YAMLNode, _ walk: inout LokiConfigWalk, into findings: inout [Diagnostic]) {
        let known = ["overrides", "configs", "multi_kv_config", "stream_sampling"]
        for entry in document.mapping?.entries ?? [] {
            guard let key = entry.name, !known.contains(key) else { continue }
            findings.append(
                LokiConfigUnknownKey.found(
                    key, below: "", known: known, places: LokiSettings.shared.parents(of: key), at: entry.key.origin))
        }
        for tenant in document["overrides"]?.mapping?.entries ?? [] { walk.check(tenant.value, path: "limits_config") }
    }

    /// Where Loki itself is at hand, it has the last word.
    /// - Parameter merge: the whole that the snippet is a part of; nil where it is whole itself.
    private func verify(
        _ snippet: Snippet, _ merge: LokiConfigMerge?, _ workbench: Workbench, into proof: inout Proof
    ) async {
        guard let loki = await workbench.toolbox.find(Self.loki),
            let file = TemporaryText(merge?.bytes ?? snippet.code, ending: "yaml")
        else { return }
        defer { file.remove() }
        let outcome = await ProcessCommand(loki.path, ["-verify-config", "-config.file=\(file.path)"]).run()
        proof.tools.append(loki.title)
        guard !outcome.isSuccess else { return }
        guard case .exited = outcome.end else {
            proof.findings.append(ProofToolFailed.finding(loki.title, outcome, at: snippet.opening))
            return
        }
        let lines = (outcome.errorText + outcome.outputText).split(separator: "\n").filter { !$0.isEmpty }
        let line = lines.first { $0.contains("CONFIG ERROR") || $0.contains("failed parsing") } ?? lines.first ?? ""
        var origin = snippet.opening
        if let mark = line.firstRange(of: "line "), let row = Int(line[mark.upperBound...].prefix { $0.isNumber }) {
            origin = merge.map { $0.origin(ofLine: row) ?? origin } ?? snippet.origin(of: snippet.range(line: row))
        }
        proof.findings.append(LokiConfigRefused.found(String(line.prefix(300)), at: origin))
    }
}
