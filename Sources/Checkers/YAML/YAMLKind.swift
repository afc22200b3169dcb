import Diagnostics
import Proofs
import YAML

/// A kind of YAML whose checker needs nothing but the text.
struct YAMLKind: Sendable {
    let kind: String
    let level: ProofLevel
    let claim: String
    /// What is wrong with a document.
    let findings: @Sendable (YAMLNode) -> [Diagnostic]

    static let all: [YAMLKind] = [
        YAMLKind(kind: "grafana-datasource", level: .validated, claim: "keys and types of Grafana's provisioning") {
            KeyTables.grafanaDatasource.findings(in: $0, owner: "a file of data sources")
                + GrafanaDatasourceRules.findings(in: $0)
        },
        YAMLKind(
            kind: "grafana-dashboard-provider", level: .validated, claim: "keys and types of Grafana's provisioning"
        ) {
            KeyTables.grafanaDashboardProvider.findings(in: $0, owner: "a file of dashboard providers")
        },
        YAMLKind(
            kind: "helm-values", level: .validated, claim: "Loki's settings looked up", findings: HelmValues.findings),
    ]
}

/// YAML of kinds that a table or a few rules describe.
public struct YAMLKindChecker: Checker {
    public let name = "yaml-kinds"
    public let subjects = YAMLKind.all.map { Subject("yaml", as: $0.kind) }
    public let doesNot = ["does not see whether images, files, buckets and addresses exist"]

    public init() {}

    public func highestLevel(for snippet: Snippet) -> ProofLevel {
        YAMLKind.all.first { $0.kind == snippet.kind?.value }?.level ?? .parsed
    }

    public func prove(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
        var findings: [Diagnostic] = []
        let stream = YAMLStream(bytes: snippet.code, map: snippet.map, into: &findings)
        guard stream.isComplete, let kind = YAMLKind.all.first(where: { $0.kind == snippet.kind?.value }) else {
            return Proof(level: nil, findings: findings)
        }
        if stream.documents.isEmpty { findings.append(YAMLEmpty.found(at: snippet.opening)) }
        for document in stream.documents {
            findings += kind.findings(document) + SecurityScan.findings(in: document)
        }
        return Proof(level: kind.level, findings: findings, claims: [kind.claim])
    }
}
