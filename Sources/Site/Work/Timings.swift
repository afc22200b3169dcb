import Synchronization

/// How long the stages of a run take, summed over the tasks that work on them.
public final class Timings: Sendable {
    public struct Stage: Sendable {
        public let name: String
        public let seconds: Double
    }

    private let stages = Mutex<[(name: String, time: Duration)]>([])

    public init() {}

    var now: ContinuousClock.Instant { .now }

    func add(_ stage: String, since start: ContinuousClock.Instant) {
        let time = now - start
        stages.withLock { stages in
            if let index = stages.firstIndex(where: { $0.name == stage }) {
                stages[index].time += time
            } else {
                stages.append((stage, time))
            }
        }
    }

    func measure<Result>(_ stage: String, _ body: () -> Result) -> Result {
        let start = now
        defer { add(stage, since: start) }
        return body()
    }

    func measure<Result: Sendable>(_ stage: String, _ body: () async -> Result) async -> Result {
        let start = now
        defer { add(stage, since: start) }
        return await body()
    }

    /// In the order in which they began.
    public var all: [Stage] {
        stages.withLock { stages in
            stages.map { stage in
                let parts = stage.time.components
                return Stage(name: stage.name, seconds: Double(parts.seconds) + Double(parts.attoseconds) / 1e18)
            }
        }
    }
}
