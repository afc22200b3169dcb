/// What to ask a dataset.
public struct QueryRequest: Sendable {
    public enum Direction: String, Sendable { case forward, backward }

    /// In nanoseconds since 1970. A log query's lines lie at `start` or behind it, and before `end`.
    public var start: Int64
    public var end: Int64
    /// In nanoseconds; 0 asks for one moment, `start`, which is `end` too.
    public var step: Int64
    /// How many lines at most.
    public var limit: Int
    public var direction: Direction

    public init(start: Int64, end: Int64, step: Int64, limit: Int = 100, direction: Direction = .backward) {
        self.start = start
        self.end = end
        self.step = step
        self.limit = limit
        self.direction = direction
    }

    /// Asks for one moment.
    public init(time: Int64, limit: Int = 100, direction: Direction = .backward) {
        self.init(start: time, end: time, step: 0, limit: limit, direction: direction)
    }

    var isInstant: Bool { step == 0 && start == end }

    /// So many steps are answered at most, as in Loki.
    public static let maximumSteps = 11_000
}

/// Why a query has no answer, in Loki's words.
public struct EngineError: Error, Sendable, Equatable {
    public let message: String

    public init(message: String) { self.message = message }
}
