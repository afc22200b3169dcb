import Diagnostics
import Proofs
import Synchronization
import YAML

/// Objects of Kubernetes: held against the schemas of a release, and against rules for what is unsafe or forgotten.
public struct KubernetesChecker: Checker {
    public let name = "kubernetes"
    public let subjects = [Subject("yaml", as: "kubernetes")]
    public let programs = [KubernetesChecker.schemas]
    public let doesNot = [
        "does not know custom resources", "does not ask a cluster: admission rules and quotas are its own",
    ]

    static let schemas = Program(
        "kubernetes-validate", versionArguments: ["--version"], installation: "pip install kubernetes-validate",
        purpose: "brings the schemas of Kubernetes")

    private static let known = Mutex<[String: KubernetesSchemas]>([:])

    public init() {}

    public func highestLevel(for snippet: Snippet) -> ProofLevel { .validated }

    public func prove(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
        var findings: [Diagnostic] = []
        let stream = YAMLStream(bytes: snippet.code, map: snippet.map, into: &findings)
        guard stream.isComplete else { return Proof(level: nil, findings: findings) }
        if stream.documents.isEmpty { findings.append(YAMLEmpty.found(at: snippet.opening)) }
        for document in stream.documents {
            findings += KubernetesRules.findings(in: document) + SecurityScan.findings(in: document)
        }
        guard let program = await workbench.toolbox.find(Self.schemas), let schemas = Self.schemas(beside: program.path)
        else {
            return Proof(level: .parsed, findings: findings, shortfall: "kubernetes-validate is not installed")
        }
        var walk = KubernetesWalk(schemas)
        var count = 0
        for document in stream.documents where !document.isNull {
            count += 1
            guard let kind = document["kind"]?.scalar, let version = document["apiVersion"]?.scalar else {
                let key = document["kind"] == nil ? "kind" : "apiVersion"
                let place = document.mapping?.entries.first?.key.origin ?? document.origin
                findings.append(KubernetesUnknownKind.missing(key, at: place))
                continue
            }
            if let schema = schemas.schema(kind: kind.value, apiVersion: version.value) {
                walk.check(document, schema, key: kind.value)
            } else if Self.isOwn(version.value) {
                findings.append(
                    KubernetesUnknownKind.found(
                        kind.value, in: version.value, near: schemas.near(kind: kind.value, apiVersion: version.value),
                        at: kind.origin))
            }
        }
        return Proof(
            level: .validated, findings: findings + walk.findings, tools: ["schemas of Kubernetes \(schemas.version)"],
            claims: ["\(count) object\(count == 1 ? "" : "s")"])
    }

    /// Groups without a dot, and those below `k8s.io`, are Kubernetes' own; others are of extensions.
    private static func isOwn(_ version: String) -> Bool {
        let parts = version.split(separator: "/")
        guard parts.count > 1 else { return true }
        return !parts[0].contains(".") || parts[0].hasSuffix(".k8s.io")
    }

    private static func schemas(beside program: String) -> KubernetesSchemas? {
        known.withLock { known in
            if let schemas = known[program] { return schemas }
            let schemas = KubernetesSchemas(beside: program)
            known[program] = schemas
            return schemas
        }
    }
}
