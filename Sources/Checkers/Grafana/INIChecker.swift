import Diagnostics
import Proofs

/// Proves texts of sections and settings, those of Grafana by its list of settings.
public struct INIChecker: Checker {
    public let name = "ini"
    public let subjects = [Subject("ini"), Subject("ini", as: "grafana-ini")]
    public let doesNot = [
        "does not judge values other than true and false",
        "does not refuse settings that are like none of its list, since newer versions of Grafana have more",
    ]

    public init() {}

    public func highestLevel(for snippet: Snippet) -> ProofLevel { snippet.kind == nil ? .parsed : .validated }

    public func prove(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
        let text = INIText(snippet.code, isStrict: snippet.kind != nil)
        var findings = text.problems.map { INISyntax.found($0, at: snippet.origin(of: $0.range)) }
        let count = text.settings.count
        var claims = ["\(count) setting\(count == 1 ? "" : "s") read"]
        guard snippet.kind != nil else {
            return Proof(level: findings.isEmpty ? .parsed : nil, findings: findings, claims: claims)
        }
        var unknown: Set<String> = []
        findings += GrafanaSettings.known.findings(in: text, map: snippet.map, unknown: &unknown)
        if !unknown.isEmpty {
            claims.append("not in the list, not judged: \(unknown.sorted().map { "`\($0)`" }.joined(separator: ", "))")
        }
        let known = GrafanaSettings.known.title
        return Proof(
            level: text.problems.isEmpty ? .validated : nil, findings: findings, tools: ["the settings of \(known)"],
            claims: claims)
    }
}
