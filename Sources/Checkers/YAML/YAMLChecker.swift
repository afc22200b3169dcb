import Diagnostics
import Proofs
import YAML

/// YAML of no kind: its syntax, doubled keys, words that readers of YAML 1.1 take for something else, and what is unsafe.
public struct YAMLChecker: Checker {
    public let name = "yaml"
    public let subjects = [Subject("yaml"), Subject("yml")]
    public let doesNot = ["does not know what reads the file: `as=` tells it"]

    public init() {}

    public func highestLevel(for snippet: Snippet) -> ProofLevel { .parsed }

    public func prove(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
        var findings: [Diagnostic] = []
        let stream = YAMLStream(bytes: snippet.code, map: snippet.map, into: &findings)
        guard stream.isComplete else { return Proof(level: nil, findings: findings) }
        if stream.documents.isEmpty { findings.append(YAMLEmpty.found(at: snippet.opening)) }
        for document in stream.documents {
            findings += Self.oldWords(in: document) + SecurityScan.findings(in: document)
            findings += CollectorYAML(document).findings
            if let place = CollectorYAML.promtail(in: document) {
                findings.append(CollectorPromtailEnded.found(at: place))
            }
            if let kind = KindGuess.kind(of: document) {
                findings.append(YAMLKindUnnamed.found(kind.name, kind.words, at: snippet.opening))
            }
        }
        return Proof(level: .parsed, findings: findings, claims: ["read, each key once"])
    }

    /// Plain words and numbers that YAML 1.1 reads otherwise (YAML 1.1, "bool" and "float" of its type repository).
    static func oldWords(in node: YAMLNode, key: String = "") -> [Diagnostic] {
        let items = (node.sequence ?? []).flatMap { oldWords(in: $0, key: key) }
        let entries = (node.mapping?.entries ?? []).flatMap { oldWords(in: $0.value, key: $0.name ?? "") }
        guard let scalar = node.scalar, scalar.style == .plain else { return items + entries }
        if ["no", "off", "on", "yes"].contains(scalar.value.lowercased()) {
            return [YAMLNorway.found(scalar.value, at: scalar.origin)]
        }
        let parts = scalar.value.split(separator: ".", omittingEmptySubsequences: false)
        let isFraction =
            parts.count == 2 && parts.allSatisfy { !$0.isEmpty && $0.allSatisfy { $0.isASCII && $0.isNumber } }
        if key.lowercased().hasSuffix("version"), isFraction, scalar.value.hasSuffix("0") {
            return [YAMLVersionNumber.found(scalar.value, at: scalar.origin)]
        }
        return []
    }
}
