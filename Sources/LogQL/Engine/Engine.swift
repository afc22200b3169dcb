/// Answers queries on a dataset as Loki 3.7 answers them.
public struct Engine: Sendable {
    let dataset: Dataset

    public init(_ dataset: Dataset) { self.dataset = dataset }

    /// - Throws: `EngineError` where Loki refuses the query or fails on it.
    public func run(
        _ query: Expression, _ request: QueryRequest
    ) throws(EngineError) -> (result: QueryResult, statistics: QueryStatistics) {
        // A long query may be a deep one.
        guard query.range.count > 100 else { return try answer(query, request) }
        let answer = DeepStack.run { () -> Result<(result: QueryResult, statistics: QueryStatistics), EngineError> in
            do throws(EngineError) { return .success(try self.answer(query, request)) } catch { return .failure(error) }
        }
        return try answer.get()
    }

    private func answer(
        _ query: Expression, _ request: QueryRequest
    ) throws(EngineError) -> (result: QueryResult, statistics: QueryStatistics) {
        var statistics = QueryStatistics()
        let result: QueryResult
        switch query {
        case .log(let query):
            let evaluation = LogEvaluation(query: query, request: request, dataset: dataset)
            result = try evaluation.run(&statistics)
        case .metric(let metric):
            if request.step > 0, request.end >= request.start,
                (request.end - request.start) / request.step > QueryRequest.maximumSteps
            {
                throw EngineError(
                    message:
                        "exceeded maximum resolution of 11,000 points per time series. Try increasing the value of "
                        + "the step parameter")
            }
            result = try MetricEvaluation(dataset: dataset, request: request).run(metric, &statistics)
        case .variants:
            throw EngineError(message: "multi variant queries are disabled for this instance")
        }
        statistics.entries =
            switch result {
            case .streams(let streams): streams.reduce(0) { $0 + $1.entries.count }
            case .vector(let samples): samples.count
            case .matrix(let series): series.reduce(0) { $0 + $1.points.count }
            case .scalar: 0
            }
        return (result, statistics)
    }
}

extension Dataset {
    /// The streams that a selector matches.
    func streams(matching matchers: [Matcher]) throws(EngineError) -> [Stream] {
        var tests: [(name: String, test: TextTest)] = []
        for matcher in matchers {
            do {
                tests.append((matcher.name, try TextTest.whole(matcher)))
            } catch {
                throw EngineError(message: error.message)
            }
        }
        return streams.filter { stream in
            tests.allSatisfy { name, test in
                var value = stream.labels[name] ?? ""
                return value.withUTF8 { test.isMet(by: $0) }
            }
        }
    }
}
