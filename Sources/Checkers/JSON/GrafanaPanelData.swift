import Diagnostics
import LogQL
import Proofs

/// Runs the queries of a dashboard: a panel that shows nothing on data which holds what it is about is wrong.
struct GrafanaPanelData {
    private let snippet: Snippet
    private let workbench: Workbench

    /// - Parameter snippet: a dashboard or a panel that names a dataset or series by `data=`.
    init(_ snippet: Snippet, _ workbench: Workbench) {
        self.snippet = snippet
        self.workbench = workbench
    }

    func check(_ dashboard: GrafanaDashboard, into proof: inout Proof) async {
        guard let name = snippet.request.data?.value else { return }
        let series = workbench.series(for: snippet)
        let targets = dashboard.targets.filter { $0.isLogQL == (series == nil) }.map(PlainQuery.init)
        guard !targets.isEmpty else {
            proof.shortfall = "no query of it asks for `\(name)`"
            return
        }
        let before = proof.findings.count
        if let series {
            guard let promtool = await Promtool(workbench.toolbox) else { return }
            let answers = await PromSeries(series, workbench).answers(to: targets.map(\.bytes), promtool)
            for (target, answer) in zip(targets, answers) {
                proof.findings += finding(answer, of: target, on: name).map { [$0] } ?? []
            }
        } else {
            guard let dataset = await workbench.datasets.dataset(name) else {
                proof.shortfall = "the dataset `\(name)` can't be read"
                return
            }
            for target in targets { proof.findings += finding(of: target, on: dataset).map { [$0] } ?? [] }
        }
        guard proof.findings.count == before else { return }
        proof.level = .executed
        let count = targets.count
        proof.claims.append("\(count) quer\(count == 1 ? "y finds" : "ies find") data in `\(name)`")
    }

    private func finding(_ answer: PromSeries.Answer, of target: PlainQuery, on name: String) -> Diagnostic? {
        let place = target.map.origin(of: 0..<target.bytes.count)
        return switch answer {
        case .samples(let samples): samples.isEmpty ? PromQLFindsNothing.found(on: name, at: place) : nil
        case .refused(let message): PromQLFails.found(message, at: place)
        case .unread(let reason): ProofToolFailed.finding("promtool", because: reason, at: snippet.opening)
        }
    }

    private func finding(of target: PlainQuery, on dataset: LoadedDataset) -> Diagnostic? {
        let place = target.map.origin(of: 0..<target.bytes.count)
        // What can't be read has been told.
        guard let expression = Query(target.bytes).expression else { return nil }
        let start = dataset.data.span?.lowerBound ?? 0
        let request =
            if case .log = expression {
                QueryRequest(start: start, end: dataset.now &+ 1, step: 0, limit: 1)
            } else {
                QueryRequest(time: dataset.now)
            }
        do {
            let (_, statistics) = try Engine(dataset.data).run(expression, request)
            return statistics.entries == 0 ? LogQLFindsNothing.found(on: dataset.name, at: place) : nil
        } catch {
            return LogQLFails.found(error.message, at: place)
        }
    }
}
