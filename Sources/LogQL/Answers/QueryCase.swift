/// A query with what it asks for, as clients of Loki's HTTP interface send it.
public struct QueryCase: Sendable {
    public enum Kind: String, Sendable { case log, instant, range }

    public var query: [UInt8] = []
    public var kind: Kind?
    /// In nanoseconds since 1970.
    public var start: Int64?
    public var end: Int64?
    public var time: Int64?
    /// In nanoseconds.
    public var step: Int64?
    public var limit: Int?
    public var direction: QueryRequest.Direction?

    public init() {}

    /// Reads `{"query","type":"log"|"instant"|"range","start","end","time","step","limit","direction"}`. Times are numbers or strings.
    /// - Throws: `EngineError` that says what was found and expected.
    public init(jsonLine line: [UInt8]) throws(EngineError) {
        let names = ["query", "type", "start", "end", "time", "step", "limit", "direction"]
        var fields: [String: String] = [:]
        let arena = Arena()
        let problem = line.withUnsafeBufferPointer { line -> StrictJSON.Problem? in
            var reader = StrictJSON(text: line, offset: 0, arena: arena)
            do throws(StrictJSON.Problem) {
                try reader.eachField { (key, reader) throws(StrictJSON.Problem) in
                    guard names.contains(key.string) else { return try reader.skip() }
                    if let value = try reader.scalar() { fields[key.string] = value.string }
                }
                try reader.end()
                return nil
            } catch {
                return error
            }
        }
        if let problem { throw EngineError(message: "the line is no case: \(problem.message)") }
        guard let query = fields["query"] else { throw EngineError(message: "the field `query` is missing") }
        self.query = Array(query.utf8)
        kind = try Self.named(fields, "type", Kind.init(rawValue:), "log, instant or range")
        direction = try Self.named(fields, "direction", QueryRequest.Direction.init(rawValue:), "forward or backward")
        start = try Self.named(fields, "start", { Int64($0) }, "nanoseconds since 1970")
        end = try Self.named(fields, "end", { Int64($0) }, "nanoseconds since 1970")
        time = try Self.named(fields, "time", { Int64($0) }, "nanoseconds since 1970")
        limit = try Self.named(fields, "limit", { Int($0) }, "a whole number")
        step = try Self.named(fields, "step", Self.step(_:), "seconds, or a duration such as 15s")
    }

    private static func named<Value>(
        _ fields: [String: String], _ name: String, _ read: (String) -> Value?, _ expected: String
    ) throws(EngineError) -> Value? {
        guard let text = fields[name], !text.isEmpty else { return nil }
        guard let value = read(text) else {
            throw EngineError(message: "`\(name)` is `\(text)`, expected \(expected)")
        }
        return value
    }

    /// Seconds, or a duration with units, in nanoseconds. What would be over thirty years is taken for nanoseconds.
    public static func step(_ text: String) -> Int64? {
        if case .success(let seconds) = GoText.float(text) {
            guard seconds.isFinite, seconds >= 0 else { return nil }
            return Int64(exactly: seconds >= 1e9 ? seconds.rounded() : (seconds * 1e9).rounded())
        }
        return DurationText.parse(Substring(text))
    }

    // MARK: - Answering

    /// Answers in the form of Loki's HTTP interface, errors included.
    /// - Parameter clock: gives seconds, for what the answer tells of its speed; nil leaves that 0.
    public func answer(_ engine: Engine, clock: (() -> Double)? = nil) -> String {
        let parsed = Query(query)
        guard let expression = parsed.expression else {
            let error = parsed.errors.first
            return ResultJSON.error("parse error: \(error?.message ?? "the query can't be read")", type: "bad_data")
        }
        let isLog = if case .log = expression { true } else { false }
        if isLog, kind == .instant || (kind == nil && time != nil) {
            return ResultJSON.error(
                "log queries are not supported as an instant query type, please change your query to a range query type",
                type: "bad_data")
        }
        let started = clock?()
        do {
            let (result, statistics) = try engine.run(expression, request(isLog: isLog, engine.dataset.span))
            let seconds = started.flatMap { start in clock.map { $0() - start } }
            return ResultJSON.text(result, statistics, seconds: seconds)
        } catch {
            return ResultJSON.error(error.message, type: "execution")
        }
    }

    /// What is not said is taken from the data: all of it for lines and ranges, its end for a moment.
    private func request(isLog: Bool, _ span: ClosedRange<Int64>?) -> QueryRequest {
        let limit = limit ?? 100
        let direction = direction ?? .backward
        let isRange =
            kind == .range || kind == .log || (kind == nil && time == nil && (isLog || start != nil || end != nil))
        guard isRange else {
            return QueryRequest(
                time: time ?? end ?? start ?? span?.upperBound ?? 0, limit: limit, direction: direction)
        }
        let last = span?.upperBound ?? 0
        // The end is no part of a log query's time.
        let end = end ?? time ?? (isLog ? last &+ 1 : last)
        let start = start ?? min(span?.lowerBound ?? 0, end)
        return QueryRequest(
            start: start, end: end, step: step ?? Self.defaultStep(start, end), limit: limit, direction: direction)
    }

    /// Loki's: a 250th of the range in whole seconds, a second at least.
    private static func defaultStep(_ start: Int64, _ end: Int64) -> Int64 {
        let seconds = Double(end) / 1e9 - Double(start) / 1e9
        return Int64(max(1, (seconds / 250).rounded(.down))) &* 1_000_000_000
    }
}
