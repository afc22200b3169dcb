import Diagnostics
import Foundation
import LogQL
import Proofs
import Site

/// Answers the queries of *Try it* panels on the project's datasets: what is wrong with them, and what they find.
///
/// Queries are short, answers are cut, and one query runs at a time; who waits too long is told so.
actor TrialDesk {
    /// What a panel sends.
    struct Question: Decodable, Sendable {
        var query: String
        /// The name of a dataset; nil for the only one that there is.
        var dataset: String?
    }

    /// The longest query that is read, in bytes.
    static let longestQuery = 8_192
    private static let lineLimit = 200
    private static let seriesLimit = 100
    private static let points: Int64 = 120

    private let site: PreviewSite
    private let patience: Duration
    private var shelf: (revision: Int, datasets: DatasetShelf)?
    private var running: Task<Void, Never>?

    init(site: PreviewSite, patience: Duration = .seconds(5)) {
        self.site = site
        self.patience = patience
    }

    /// The answer as JSON: `{"findings": […], "answers": […]}` with answers in the form of Loki's HTTP interface, or an
    /// `error` in words.
    func answer(_ question: Question) async -> String {
        let text = Array(question.query.utf8)
        guard text.count <= Self.longestQuery else {
            return Self.json(error: "the query has \(text.count) bytes, and the panel takes \(Self.longestQuery)")
        }
        let query = Query(text)
        let findings = Self.json(Linter().findings(in: query, text), in: question.query)
        guard let expression = query.expression else {
            return "{\"findings\":\(findings),\"answers\":[]}"
        }
        guard let dataset = await dataset(question.dataset) else {
            let name = question.dataset.map { "`\($0)`" } ?? "for it"
            return Self.json(error: "there is no dataset \(name)", findings)
        }
        switch await run(expression, on: dataset) {
        case .answers(let answers): return "{\"findings\":\(findings),\"answers\":[\(answers.joined(separator: ","))]}"
        case .refused(let reason): return Self.json(error: reason, findings)
        }
    }

    private enum Outcome: Sendable {
        case answers([String])
        case refused(String)
    }

    private func run(_ expression: LogQL.Expression, on dataset: LoadedDataset) async -> Outcome {
        // A run can't be broken off, so the next one waits for it, as long as it waits for its own.
        // Several may wait for the same one, and the first of them is the next that the others wait for.
        while let before = running {
            let isOver: Bool? = await Self.first(
                of: {
                    await before.value
                    return true
                }, within: patience)
            guard isOver != nil else { return .refused("the query before this one still runs") }
            if running == before { running = nil }
        }
        let task = Task.detached(priority: .userInitiated) { Self.evaluate(expression, on: dataset) }
        running = Task { _ = await task.value }
        let outcome = await Self.first(of: { await task.value }, within: patience)
        return outcome ?? .refused("the query runs for more than \(patience.components.seconds) seconds")
    }

    /// The first of a value and the end of a time.
    private static func first<Value: Sendable>(
        of value: @escaping @Sendable () async -> Value, within limit: Duration
    ) async -> Value? {
        // A group would wait for both.
        let (stream, continuation) = AsyncStream<Value?>.makeStream(bufferingPolicy: .bufferingOldest(1))
        Task { continuation.yield(await value()) }
        let timer = Task {
            try? await Task.sleep(for: limit)
            continuation.yield(nil)
        }
        defer { timer.cancel() }
        for await found in stream { return found }
        return nil
    }

    private static func evaluate(_ expression: LogQL.Expression, on dataset: LoadedDataset) -> Outcome {
        let engine = Engine(dataset.data)
        let start = dataset.data.span?.lowerBound ?? 0
        let requests: [QueryRequest]
        if case .log = expression {
            requests = [QueryRequest(start: start, end: dataset.now &+ 1, step: 0, limit: lineLimit)]
        } else {
            let second: Int64 = 1_000_000_000
            let step = max(second, (dataset.now &- start) / points / second * second)
            // From a whole step on, so that points stand at round times.
            let first = start / step * step
            requests = [QueryRequest(time: dataset.now), QueryRequest(start: first, end: dataset.now, step: step)]
        }
        var answers: [String] = []
        for request in requests {
            do throws(EngineError) {
                let (result, statistics) = try engine.run(expression, request)
                answers.append(ResultJSON.text(result.first(seriesLimit), statistics))
            } catch {
                return .refused(error.message)
            }
        }
        return .answers(answers)
    }

    private func dataset(_ name: String?) async -> LoadedDataset? {
        guard let project = await site.project else { return nil }
        let settings = project.configuration.proofs.datasets
        let revision = await site.revision
        if shelf?.revision != revision {
            shelf = (revision, DatasetShelf(settings, files: project.files))
        }
        let only = settings.count == 1 ? settings[0].name.value : nil
        guard let name = name ?? only else { return nil }
        return await shelf?.datasets.dataset(name)
    }

    // MARK: - JSON

    private static func json(error: String, _ findings: String = "[]") -> String {
        "{\"findings\":\(findings),\"answers\":[],\"error\":\(JSONValue.string(error).text(pretty: false))}"
    }

    /// Places are told in UTF-16, as the browser counts.
    private static func json(_ findings: [LintFinding], in query: String) -> String {
        let utf8 = query.utf8
        func place(_ offset: Int) -> Int {
            let index = utf8.index(utf8.startIndex, offsetBy: min(offset, utf8.count))
            return query.utf16.distance(from: query.utf16.startIndex, to: index)
        }
        return JSONValue.array(
            findings.prefix(50).map { finding in
                .members([
                    "rule": .string(finding.rule.text), "severity": .string(finding.severity.rawValue),
                    "message": .string(finding.message), "help": finding.help.map { .string($0) },
                    "start": .number(place(finding.range.lowerBound)), "end": .number(place(finding.range.upperBound)),
                ])
            }
        ).text(pretty: false)
    }
}

extension QueryResult {
    /// The same with so many series at most.
    fileprivate func first(_ count: Int) -> QueryResult {
        switch self {
        case .vector(let samples): .vector(Array(samples.prefix(count)))
        case .matrix(let series): .matrix(Array(series.prefix(count)))
        case .streams, .scalar: self
        }
    }
}
