import Glibc
import LogQL
import Proofs

/// Asks a real Loki what the engine was asked, about the same lines. Any difference is a finding.
struct LokiComparison {
    private let server: LokiServer
    private let workbench: Workbench

    init(_ server: LokiServer, in workbench: Workbench) {
        self.server = server
        self.workbench = workbench
    }

    /// Adds to the proofs of queries that were run what Loki says of them.
    func extend(_ proofs: [Proof], of snippets: [Snippet]) async -> [Proof] {
        let run = proofs.indices.filter { proofs[$0].level == .executed }
        guard let first = run.first else { return proofs }
        var extended = proofs
        do {
            for (index, proof) in try await compare(run.map { ($0, snippets[$0], proofs[$0]) }) {
                extended[index] = proof
            }
        } catch {
            // One finding tells it; the engine's answers stand for themselves.
            extended[first].findings.append(
                ProofToolFailed.finding("Loki", because: error.reason, at: snippets[first].opening))
        }
        return extended
    }

    private typealias Item = (index: Int, snippet: Snippet, proof: Proof)

    private func compare(_ items: [Item]) async throws(SandboxUnavailable) -> [(Int, Proof)] {
        guard let curl = await workbench.toolbox.find(LokiClient.curl) else {
            throw SandboxUnavailable(reason: "curl is not installed (\(LokiClient.curl.installation))")
        }
        // A tenant of its own keeps other lines away, where Loki asks for tenants.
        let tenant = "galley-\(getpid())-\(time(nil))"
        let answers: Result<[(Int, Proof)], SandboxUnavailable>
        switch server {
        case .address(let address):
            answers = await compare(items, by: LokiClient(curl: curl, base: address, tenant: tenant))
        case .program:
            answers = try await workbench.services.use(["loki-tenants"], on: workbench) { room in
                await compare(items, by: LokiClient(curl: curl, tenant: tenant, in: room.house))
            }
        }
        return try answers.get()
    }

    private func compare(_ items: [Item], by client: LokiClient) async -> Result<[(Int, Proof)], SandboxUnavailable> {
        var answered: [(Int, Proof)] = []
        var pushed: [String: MovedDataset] = [:]
        do {
            let title = try await client.title()
            for (index, snippet, proof) in items {
                guard let name = snippet.request.data?.value, let loaded = await workbench.datasets.dataset(name) else {
                    continue
                }
                let dataset: MovedDataset
                if let known = pushed[name] {
                    dataset = known
                } else {
                    dataset = MovedDataset(loaded)
                    try await dataset.push(by: client)
                    pushed[name] = dataset
                }
                var proof = proof
                proof.tools.append(title)
                let form = dataset.form(for: snippet)
                let asked = try await client.ask(form.path, form.fields)
                let expected = await dataset.standIn.answer(form.request)
                if let difference = LokiDifference.between(
                    engine: expected.body, status: expected.status, loki: asked.body, status: asked.status)
                {
                    let query = snippet.origin(of: 0..<snippet.code.count)
                    proof.findings.append(LogQLDiffersFromLoki.found(difference, loki: title, at: query))
                } else {
                    proof.claims.append("\(title) answers the same")
                }
                answered.append((index, proof))
            }
        } catch {
            return .failure(error)
        }
        return .success(answered)
    }
}

/// A dataset whose `now` is this moment, since Loki takes new lines only.
private struct MovedDataset {
    let data: Dataset
    let now: Int64
    let start: Int64
    /// Answers in the engine's name, in Loki's form.
    let standIn: LokiStandIn

    init(_ loaded: LoadedDataset) {
        var moved = loaded.data
        let distance = loaded.distanceToPresent
        moved.move(by: distance)
        data = moved
        let now = loaded.now &+ distance
        self.now = now
        start = moved.span?.lowerBound ?? now
        standIn = LokiStandIn(dataset: moved) { now }
    }

    /// Lines as many as one answer may have.
    private static let limit = 5_000

    /// - Throws: where Loki has lines of these streams already, which would be counted too.
    func push(by client: LokiClient) async throws(SandboxUnavailable) {
        // Ranges of queries reach back behind the first line.
        let form = [("start", "\(start &- 86_400_000_000_000)"), ("end", "\(now &+ 1)")]
        let known = try await client.ask("/loki/api/v1/series", form)
        guard known.status == 200, let series = LokiDifference.seriesCount(known.body) else {
            throw SandboxUnavailable(reason: "it does not tell its streams: \(known.text.prefix(120))")
        }
        guard series == 0 else {
            throw SandboxUnavailable(
                reason: "it has lines already; start an empty one, or one with `auth_enabled: true`")
        }
        try await client.push(data, movedBy: 0)
    }

    func form(for snippet: Snippet) -> (path: String, fields: [(name: String, value: String)], request: LokiRequest) {
        let query = String(decoding: snippet.code, as: UTF8.self)
        var fields = [(name: "query", value: query)]
        var path = "/loki/api/v1/query"
        if case .log? = Query(snippet.code).expression {
            path = "/loki/api/v1/query_range"
            fields += [("start", "\(start)"), ("end", "\(now &+ 1)"), ("limit", "\(Self.limit)")]
        } else if let window = snippet.request.window?.value {
            path = "/loki/api/v1/query_range"
            fields += [("start", "\(now &- window.range)"), ("end", "\(now)")]
            fields.append(("step", "\(Double(window.step) / 1e9)"))
        } else {
            fields.append(("time", "\(now)"))
        }
        var request = LokiRequest(method: "GET", path: path)
        request.parameters = fields
        return (path, fields, request)
    }
}
