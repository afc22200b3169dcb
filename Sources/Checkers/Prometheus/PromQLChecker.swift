import Configuration
import Diagnostics
import Proofs

/// Queries of Prometheus: read by promtool, with the names of Loki's metrics, labels and routes looked up.
public struct PromQLChecker: Checker {
    public let name = "promql"
    public let subjects = [Subject("promql")]
    public let programs = [Promtool.program]
    public let isBatched = true
    public let doesNot = [
        "does not run a query without series (`data=`)",
        "does not know metrics of other programs than Loki",
    ]

    public init() {}

    public func highestLevel(for snippet: Snippet) -> ProofLevel {
        if snippet.output != nil { return .matched }
        return snippet.request.data == nil ? .validated : .executed
    }

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
        for series in workbench.configuration.proofs.series {
            let asked = snippets.indices.filter {
                proofs[$0].level != nil && snippets[$0].request.data?.value == series.name.value
            }
            guard !asked.isEmpty else { continue }
            let answers = await PromSeries(series, workbench).answers(to: asked.map { snippets[$0].code }, promtool)
            for (index, answer) in zip(asked, answers) { Self.add(answer, series, snippets[index], &proofs[index]) }
        }
        return proofs
    }

    private static func add(
        _ answer: PromSeries.Answer, _ series: ProofSettings.Series, _ snippet: Snippet, _ proof: inout Proof
    ) {
        let whole = snippet.origin(of: 0..<(snippet.code.lastIndex { $0 > 0x20 }.map { $0 + 1 } ?? 0))
        switch answer {
        case .refused(let message): proof.findings.append(PromQLFails.found(message, at: whole))
        case .unread(let reason):
            proof.findings.append(ProofToolFailed.finding("promtool", because: reason, at: snippet.opening))
        case .samples(let samples):
            if samples.isEmpty, snippet.output == nil {
                proof.findings.append(PromQLFindsNothing.found(on: series.name.value, at: whole))
            }
            proof.level = .executed
            proof.output = Array(samples.map { $0 + "\n" }.joined().utf8)
            proof.claims += ["run on `\(series.name.value)`", "\(samples.count) series"]
        }
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
