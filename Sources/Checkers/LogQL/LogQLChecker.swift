import Diagnostics
import LogQL
import Proofs

/// Queries of Grafana Loki: read, looked through, and run on a dataset.
///
/// A log query is asked for all lines of the dataset before its `now`, newest first; a metric query for its value at
/// `now`, or for its values at the steps up to it that `range=` and `step=` name.
public struct LogQLChecker: Checker {
    public let name = "logql"
    public let subjects = [Subject("logql")]
    public let doesNot = [
        "does not ask a Loki, unless there is a program `loki` or `--loki` names one: its engine answers as Loki 3.7 does",
        "does not run a query without a dataset (`data=`)",
    ]
    public let programs: [Program]
    /// One network and one push serve all queries that a real Loki answers.
    public let isBatched: Bool
    /// A Loki that does not ask for tenants must have no lines of snippets when the dataset's are counted.
    public var needsFreshServices: Bool { server != nil }
    public var isOnline: Bool { if case .address? = server { true } else { false } }
    private let server: LokiServer?
    /// As many lines are shown of an answer.
    static let lineLimit = 100

    /// - Parameter server: a Loki that answers the same queries; what it says otherwise is a finding.
    public init(server: LokiServer? = nil) {
        self.server = server
        isBatched = server != nil
        programs =
            switch server {
            case nil: []
            case .program: [LokiServer.loki, LokiClient.curl]
            case .address: [LokiClient.curl]
            }
    }

    public func highestLevel(for snippet: Snippet) -> ProofLevel {
        if snippet.output != nil { return .matched }
        return snippet.request.data == nil ? .validated : .executed
    }

    public func dependencies(of snippet: Snippet, in workbench: Workbench) -> [String] {
        workbench.datasetFiles(for: snippet)
    }

    public func prove(_ snippets: [Snippet], in workbench: Workbench) async -> [Proof] {
        var proofs: [Proof] = []
        for snippet in snippets { proofs.append(await prove(snippet, in: workbench)) }
        guard let server else { return proofs }
        return await LokiComparison(server, in: workbench).extend(proofs, of: snippets)
    }

    public func prove(_ snippet: Snippet, in workbench: Workbench) async -> Proof {
        let text = QueryText(snippet.code, map: snippet.map)
        let query = Query(snippet.code)
        let dataset = await dataset(for: snippet, in: workbench)
        var options = LintOptions()
        options.indexLabels = dataset?.data.labelNames
        var findings = Linter(options: options).diagnostics(in: text)
        let suppressions = Linter.suppressions(in: text, into: &findings)
        findings = Suppressions.apply(
            suppressions, to: findings, known: Linter.ruleIDs, ran: Linter.ruleIDs, today: workbench.today)
        guard let expression = query.expression else { return Proof(level: nil, findings: findings) }
        var proof = Proof(level: .validated, findings: findings, tools: ["Galley's LogQL"], claims: ["read and linted"])
        guard let data = snippet.request.data else { return proof }
        guard let dataset else {
            proof.shortfall = "the dataset `\(data.value)` can't be read"
            return proof
        }
        if case .log = expression, let window = snippet.request.window {
            proof.findings.append(SnippetRange.logQuery(at: window.origin))
            return proof
        }
        run(expression, of: snippet, on: dataset, into: &proof)
        return proof
    }

    /// What the query runs on. Without `data=` the only dataset that there is still tells which labels are in the index.
    private func dataset(for snippet: Snippet, in workbench: Workbench) async -> LoadedDataset? {
        guard let name = workbench.datasetName(for: snippet) else { return nil }
        return await workbench.datasets.dataset(name)
    }

    private func run(_ expression: Expression, of snippet: Snippet, on dataset: LoadedDataset, into proof: inout Proof)
    {
        let start = dataset.data.span?.lowerBound ?? 0
        let request: QueryRequest
        // What costs is counted over all lines: a limit would end the reading early.
        if case .log = expression {
            request = QueryRequest(start: start, end: dataset.now &+ 1, step: 0, limit: .max)
        } else if let window = snippet.request.window?.value {
            request = QueryRequest(start: dataset.now &- window.range, end: dataset.now, step: window.step)
        } else {
            request = QueryRequest(time: dataset.now)
        }
        do {
            let (result, statistics) = try Engine(dataset.data).run(expression, request)
            proof.level = .executed
            proof.measures = [
                .init("lines read", statistics.lines), .init("bytes read", statistics.bytes),
                .init("lines parsed", statistics.parses),
            ]
            if statistics.entries == 0, snippet.output == nil, !mayBeEmpty(expression) {
                let origin = snippet.origin(of: expression.range)
                proof.findings.append(LogQLFindsNothing.found(on: dataset.name, at: origin))
            }
            let shown = result.limited(to: Self.lineLimit)
            proof.output = Array(ResultText.text(shown).utf8)
            proof.claims = ["run on `\(dataset.name)`", Self.count(of: result, entries: statistics.entries)]
        } catch {
            proof.findings.append(LogQLFails.found(error.message, at: snippet.origin(of: expression.range)))
        }
    }

    /// What a query found, in words. Entries are lines, or values, of which a series over a range has many.
    private static func count(of result: QueryResult, entries: Int) -> String {
        switch result {
        case .streams: "\(entries) \(entries == 1 ? "line" : "lines")"
        case .matrix(let series): "\(series.count) series, \(entries) \(entries == 1 ? "value" : "values")"
        case .vector, .scalar: "\(entries) series"
        }
    }

    /// A query that says that something is missing is right to find nothing.
    private func mayBeEmpty(_ expression: Expression) -> Bool {
        guard case .metric(let metric) = expression else { return false }
        return metric.asksForAbsence
    }
}
