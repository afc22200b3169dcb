extension LokiStandIn {
    /// Lines at most that a client may ask for.
    private static let maximumLimit = 5_000

    func query(_ request: LokiRequest, _ tenant: Tenant) throws(Refusal) -> LokiResponse {
        let limit = try limit(request)
        let time = try TimeText.parse(request.parameter("time"), default: clock())
        let direction = try direction(request)
        let expression = try expression(request.parameter("query"))
        if case .log = expression {
            throw .bad(
                "log queries are not supported as an instant query type, please change your query to a range query type"
            )
        }
        return try run(expression, QueryRequest(time: time, limit: limit, direction: direction), tenant)
    }

    func queryRange(_ request: LokiRequest, _ tenant: Tenant) throws(Refusal) -> LokiResponse {
        let (start, end) = try bounds(request)
        if end < start { throw .bad("end timestamp must not be before or equal to start time") }
        let limit = try limit(request)
        let direction = try direction(request)
        let step = try step(request, start, end)
        if step <= 0 {
            throw .bad("zero or negative query resolution step widths are not accepted. Try a positive integer")
        }
        if (end - start) / step > QueryRequest.maximumSteps {
            throw .bad(
                "exceeded maximum resolution of 11,000 points per time series. Try increasing the value of the step "
                    + "parameter")
        }
        let expression = try expression(request.parameter("query"))
        if case .log = expression, limit > Self.maximumLimit {
            throw .bad(
                "max entries limit per query exceeded, limit > max_entries_limit_per_query (\(limit) > \(Self.maximumLimit))"
            )
        }
        let asked = QueryRequest(start: start, end: end, step: step, limit: limit, direction: direction)
        return try run(expression, asked, tenant)
    }

    func formatQuery(_ request: LokiRequest) throws(Refusal) -> LokiResponse {
        let expression = try expression(request.parameter("query"))
        var json = JSONOutput()
        json.write("{\"status\":\"success\",\"data\":")
        json.write(quoted: expression.pretty)
        json.write("}")
        return .json(json.text)
    }

    private func run(_ expression: Expression, _ asked: QueryRequest, _ tenant: Tenant) throws(Refusal) -> LokiResponse
    {
        do {
            let started = clock()
            let (result, statistics) = try Engine(tenant.dataset).run(expression, asked)
            return .json(ResultJSON.text(result, statistics, seconds: Double(clock() - started) / 1e9))
        } catch {
            throw .bad(error.message)
        }
    }

    // MARK: - Parameters

    func expression(_ text: String) throws(Refusal) -> Expression {
        let query = Query(text)
        if let expression = query.expression { return expression }
        guard let error = query.errors.first else { throw .bad("parse error : the query can't be read") }
        let (line, column) = ParseAnswer.place(error.range.lowerBound, in: Array(text.utf8))
        throw .bad("parse error at line \(line), col \(column): \(error.message)")
    }

    private func limit(_ request: LokiRequest) throws(Refusal) -> Int {
        let text = request.parameter("limit")
        if text.isEmpty { return 100 }
        guard let limit = Int(text) else {
            throw .bad("strconv.Atoi: parsing \(GoString.quote(text)): invalid syntax")
        }
        if limit <= 0 { throw .bad("limit must be a positive value") }
        return limit
    }

    private func direction(_ request: LokiRequest) throws(Refusal) -> QueryRequest.Direction {
        let text = request.parameter("direction")
        if text.isEmpty { return .backward }
        guard let direction = QueryRequest.Direction(rawValue: text.lowercased()) else {
            throw .bad("invalid direction '\(text)'")
        }
        return direction
    }

    private func step(_ request: LokiRequest, _ start: Int64, _ end: Int64) throws(Refusal) -> Int64 {
        let text = request.parameter("step")
        if text.isEmpty {
            let seconds = (Double(end) / 1e9 - Double(start) / 1e9) / 250
            return Int64(max(1, seconds.rounded(.down))) &* 1_000_000_000
        }
        if case .success(let seconds) = GoText.float(text) {
            guard let step = Int64(exactly: (seconds * 1e9).rounded(.towardZero)) else {
                throw .bad("cannot parse \(GoString.quote(text)) to a valid duration. It overflows int64")
            }
            return step
        }
        guard let step = DurationText.parsePrometheus(Substring(text)) else {
            throw .bad("cannot parse \(GoString.quote(text)) to a valid duration")
        }
        return step
    }

    /// The last hour where nothing is said.
    func bounds(_ request: LokiRequest) throws(Refusal) -> (start: Int64, end: Int64) {
        var since: Int64 = 3_600_000_000_000
        let text = request.parameter("since")
        if !text.isEmpty {
            guard let duration = DurationText.parsePrometheus(Substring(text)) else {
                throw .bad("could not parse 'since' parameter: not a valid duration string: \(GoString.quote(text))")
            }
            since = duration
        }
        let now = clock()
        do {
            let end = try TimeText.parse(request.parameter("end"), default: now)
            return (try TimeText.parse(request.parameter("start"), default: min(end, now) &- since), end)
        } catch {
            throw .bad("could not parse 'start' or 'end' parameter: \(error.message)")
        }
    }
}
