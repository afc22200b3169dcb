import Diagnostics
import Proofs

/// Queries of Prometheus: read by promtool, with the names of Loki's metrics, labels and routes looked up.
public struct PromQLChecker: Checker {
    public let name = "promql"
    public let subjects = [Subject("promql")]
    public let programs = [Promtool.program]
    public let isBatched = true
    public let doesNot = [
        "does not run a query: there is no series to run it on",
        "does not know metrics of other programs than Loki",
    ]

    public init() {}

    public func highestLevel(for snippet: Snippet) -> ProofLevel { .validated }

    public func prove(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
        await prove([snippet], in: workbench).first ?? Proof(level: nil)
    }

    public func prove(_ snippets: [Snippet], in workbench: Workbench) async -> [Proof] {
        var proofs = snippets.map { snippet in
            let names = PromQLNames(snippet.code, map: snippet.map)
            let claim = "metrics of Loki \(LokiMetricTable.version) looked up: \(names.count)"
            return Proof(level: .validated, findings: names.findings, claims: names.count > 0 ? [claim] : [])
        }
        guard let promtool = await Promtool(workbench.toolbox) else {
            return proofs.map { Proof(level: nil, findings: $0.findings, shortfall: "promtool is not installed") }
        }
        let (complaints, outcome) = await promtool.check(snippets.map(\.code))
        for index in proofs.indices {
            proofs[index].tools = [promtool.found.title]
            guard let complaints else {
                proofs[index].level = nil
                proofs[index].findings.append(
                    ProofToolFailed.finding(promtool.found.title, outcome, at: snippets[index].opening))
                continue
            }
            for complaint in complaints where complaint.query == index {
                proofs[index].level = nil
                proofs[index].findings.append(Self.finding(complaint, snippets[index].code, snippets[index].map))
            }
        }
        return proofs
    }

    /// The complaint at the bytes of the author's file.
    static func finding(_ complaint: Promtool.Complaint, _ query: [UInt8], _ map: PositionMap) -> Diagnostic {
        let end = query.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0
        guard let offset = complaint.offset else {
            return PromQLSyntax.found(complaint.message, at: map.origin(of: 0..<end))
        }
        let token = PromQLToken.all(in: query).first { $0.range.contains(offset) || $0.range.lowerBound >= offset }
        let range = token?.range ?? max(0, min(offset, end) - 1)..<end
        return PromQLSyntax.found(complaint.message, at: map.origin(of: range))
    }
}
