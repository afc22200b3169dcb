import Synchronization
import Testing

@testable import Links

@Suite struct RequestGateTests {
    /// How many run at a time, and the most that there were.
    private final class Meter: Sendable {
        private let state = Mutex((now: 0, most: 0))
        var most: Int { state.withLock { $0.most } }

        func begin() {
            state.withLock { state in
                state.now += 1
                state.most = max(state.most, state.now)
            }
        }

        func end() { state.withLock { $0.now -= 1 } }
    }

    private func run(_ count: Int, hosts: Int, total: Int, pace: RequestGate.Pace) async -> (most: Int, time: Duration)
    {
        let gate = RequestGate(total: total)
        let meter = Meter()
        let start = ContinuousClock.now
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<count {
                group.addTask {
                    let host = "h\(number % hosts)"
                    await gate.enter(host, pace)
                    meter.begin()
                    await Task.yield()
                    meter.end()
                    await gate.leave(host)
                }
            }
        }
        return (meter.most, ContinuousClock.now - start)
    }

    @Test func noMoreThanAHostTakes() async {
        let most = await run(500, hosts: 1, total: 100, pace: .init(concurrency: 3, rate: 100_000)).most
        #expect(most <= 3)
    }

    @Test func noMoreThanAllTogether() async {
        let most = await run(500, hosts: 50, total: 4, pace: .init(concurrency: 3, rate: 100_000)).most
        #expect(most <= 4)
    }

    @Test func aRateIsKept() async {
        // Two begin at once, the other eight one every 20 ms. Slower is no fault: the machine may be busy.
        let time = await run(10, hosts: 1, total: 100, pace: .init(concurrency: 2, rate: 50)).time
        #expect(time >= .milliseconds(7 * 20))
    }

    @Test func aPauseHoldsTheHost() async {
        let gate = RequestGate(total: 10)
        let start = ContinuousClock.now
        await gate.pause("slow", for: .milliseconds(200))
        // A shorter one does not end it.
        await gate.pause("slow", for: .milliseconds(1))
        await gate.enter("slow", .init(concurrency: 2, rate: 1000))
        #expect(ContinuousClock.now - start >= .milliseconds(200))
    }

    /// Nor any other that waits for a place.
    @Test(.timeLimit(.minutes(1))) func aPauseHoldsNobodyElse() async {
        let gate = RequestGate(total: 1)
        let pace = RequestGate.Pace(concurrency: 1, rate: 1000)
        await gate.pause("slow", for: .seconds(3600))
        await withTaskGroup(of: Void.self) { group in
            group.addTask { await gate.enter("slow", pace) }
            await Task.yield()
            for _ in 0..<3 {
                await gate.enter("quick", pace)
                await gate.leave("quick")
            }
            group.cancelAll()
        }
    }
}
