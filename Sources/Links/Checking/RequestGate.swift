/// Lets requests through: not too many at a time, and not too often to one host.
actor RequestGate {
    /// How a host is asked.
    struct Pace: Sendable {
        let concurrency: Int
        /// Requests a second.
        let rate: Double
    }

    private struct Host {
        var running = 0
        var waiting = Queue()
        /// When the next request would be due if they came evenly (the generic cell rate algorithm).
        var due: ContinuousClock.Instant = .now
        /// Nobody asks before: the host said so.
        var pausedUntil: ContinuousClock.Instant?
    }

    /// Those who wait, first come, first served.
    private struct Queue {
        private var continuations: [CheckedContinuation<Void, Never>] = []
        private var first = 0

        mutating func append(_ continuation: CheckedContinuation<Void, Never>) { continuations.append(continuation) }

        mutating func popFirst() -> CheckedContinuation<Void, Never>? {
            guard first < continuations.count else { return nil }
            defer {
                first += 1
                if first == continuations.count {
                    continuations.removeAll(keepingCapacity: true)
                    first = 0
                }
            }
            return continuations[first]
        }
    }

    private let total: Int
    private var running = 0
    private var waiting = Queue()
    private var hosts: [String: Host] = [:]

    /// - Parameter total: how many requests run at a time.
    init(total: Int) { self.total = total }

    /// Waits until a request to a host may begin.
    func enter(_ host: String, _ pace: Pace) async {
        if hosts[host, default: Host()].running < pace.concurrency {
            hosts[host, default: Host()].running += 1
        } else {
            // Whoever leaves hands its place over.
            await withCheckedContinuation { hosts[host, default: Host()].waiting.append($0) }
        }
        await waitForTurn(host, pace)
        if running < total { running += 1 } else { await withCheckedContinuation { waiting.append($0) } }
    }

    func leave(_ host: String) {
        if let next = waiting.popFirst() { next.resume() } else { running -= 1 }
        if let next = hosts[host]?.waiting.popFirst() { next.resume() } else { hosts[host]?.running -= 1 }
    }

    /// Lets nobody ask a host for a while.
    func pause(_ host: String, for duration: Duration) {
        let end = ContinuousClock.now + duration
        hosts[host, default: Host()].pausedUntil = max(hosts[host]?.pausedUntil ?? end, end)
    }

    /// Until when nobody asks a host.
    func pauseEnd(of host: String) -> ContinuousClock.Instant? { hosts[host]?.pausedUntil }

    private func waitForTurn(_ host: String, _ pace: Pace) async {
        let interval = Duration.seconds(1 / pace.rate)
        let now = ContinuousClock.now
        let due = max(hosts[host]?.due ?? now, now)
        hosts[host]?.due = due + interval
        // As many as may run at a time may also begin at once.
        let turn = due - interval * pace.concurrency
        if turn > now { try? await Task.sleep(until: turn, clock: .continuous) }
        // It may be paused anew meanwhile; who is cancelled waits for nothing.
        while let end = hosts[host]?.pausedUntil, end > .now, !Task.isCancelled {
            try? await Task.sleep(until: end, clock: .continuous)
        }
    }
}
