import Synchronization

/// How long the stages of a run take, summed over the tasks that work on them.
public final class Timings: Sendable {
    /// In the order in which they begin.
    enum Stage: Int, CaseIterable {
        case configuration, recall, theme, history, fragments, keys
        case verify, search, guides, pages, lists, write
        case publish, remember
    }

    private let times = Mutex<[Duration]>(Stage.allCases.map { _ in .zero })

    public init() {}

    var now: ContinuousClock.Instant { .now }

    func add(_ stage: Stage, since start: ContinuousClock.Instant) {
        let time = now - start
        times.withLock { $0[stage.rawValue] += time }
    }

    func measure<Result>(_ stage: Stage, _ body: () -> Result) -> Result {
        let start = now
        defer { add(stage, since: start) }
        return body()
    }

    func measure<Result: Sendable>(_ stage: Stage, _ body: () async -> Result) async -> Result {
        let start = now
        defer { add(stage, since: start) }
        return await body()
    }

    /// The seconds of all stages that took any time.
    public var all: [(name: String, seconds: Double)] {
        let times = times.withLock { $0 }
        return Stage.allCases.compactMap { stage in
            let parts = times[stage.rawValue].components
            let seconds = Double(parts.seconds) + Double(parts.attoseconds) / 1e18
            return seconds > 0 ? (name: "\(stage)", seconds: seconds) : nil
        }
    }
}
