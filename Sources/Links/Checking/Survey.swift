import Configuration
import Diagnostics
import Synchronization

/// Asks many addresses, beside each other, and remembers what came out.
struct Survey: Sendable {
    /// What is known of targets, in their order.
    typealias Outcomes = [Inquiry.Outcome?]

    private let inquiry: Inquiry
    private let cache: VerdictCache?
    private let policies: HostPolicies

    init(_ settings: LinkSettings, policies: HostPolicies, options: LinkCheck.Options) {
        let client = WebClient(
            timeouts: settings.timeouts, agent: options.agent,
            certificates: settings.certificates.map { "\(options.root)/\($0.value)" }
                ?? options.environment("SSL_CERT_FILE"))
        inquiry = Inquiry(settings, policies: policies, client: client)
        self.policies = policies
        cache = options.cache.map {
            VerdictCache(path: $0, ages: .init(good: settings.goodAge, bad: settings.badAge))
        }
    }

    /// Asks those targets that nothing is remembered of.
    /// - Parameter isSure: whether there is a network, so that silence is a fault.
    /// - Returns: what is known, and why nothing could be asked; nil where something could.
    func outcomes(
        of numbers: [Int], in targets: [Inquiry.Target], isSure: Bool,
        _ progress: @escaping @Sendable (Int, Int) -> Void
    ) async -> (outcomes: Outcomes, silence: String?) {
        var outcomes = Outcomes(repeating: nil, count: targets.count)
        var left: [Int] = []
        for number in numbers {
            let target = targets[number]
            outcomes[number] = cache?.outcome(of: target, policy: policies.digest(for: target.address))
            if outcomes[number] == nil { left.append(number) }
        }
        guard !left.isEmpty else { return (outcomes, nil) }
        let order = Self.takingTurns(left, targets)
        let scouts = order.prefix(isSure ? 0 : Self.scouts)
        await ask(scouts, targets, into: &outcomes) { progress($0, order.count) }
        // A server that does not answer is its fault, several of which none does are this machine's.
        guard scouts.isEmpty || scouts.contains(where: { !(outcomes[$0]?.verdict.isSilence ?? true) }) else {
            for number in scouts { outcomes[number] = nil }
            return (
                outcomes,
                "not one of \(scouts.count) that were tried could be reached, so there seems to be no network"
            )
        }
        await ask(order.dropFirst(scouts.count), targets, into: &outcomes) { progress(scouts.count + $0, order.count) }
        return (outcomes, nil)
    }

    /// Forgets what is out of date.
    func finish() { cache?.save() }

    /// How many addresses, of as many hosts as there are, tell whether there is a network.
    private static let scouts = 8
    /// How many addresses are on their way at a time, those included that wait for their host's turn.
    private static let window = 1_000

    private func ask(
        _ numbers: ArraySlice<Int>, _ targets: [Inquiry.Target], into outcomes: inout Outcomes,
        _ progress: @escaping @Sendable (Int) -> Void
    ) async {
        let round = Round(numbers, outcomes)
        // One holder, so that nothing is copied.
        outcomes = []
        // The same tasks ask one address after the other: a group looks for a task that ends among all that it has.
        await withDiscardingTaskGroup { group in
            for _ in 0..<min(Self.window, numbers.count) {
                group.addTask {
                    while let number = round.next() {
                        let target = targets[number]
                        let outcome = await inquiry.outcome(of: target)
                        cache?.remember(outcome, of: target, policy: policies.digest(for: target.address))
                        progress(round.note(outcome, of: number))
                    }
                }
            }
        }
        outcomes = round.outcomes
    }

    /// The first address of each host, then the second of each: hosts are asked beside each other, not one by one.
    private static func takingTurns(_ numbers: [Int], _ targets: [Inquiry.Target]) -> [Int] {
        var counts: [String: Int] = [:]
        let turns = numbers.map { number -> (turn: Int, number: Int) in
            let server = targets[number].address.server
            let turn = counts[server, default: 0]
            counts[server] = turn + 1
            return (turn, number)
        }
        return turns.sorted { ($0.turn, $0.number) < ($1.turn, $1.number) }.map(\.number)
    }
}

/// The targets that tasks have still to ask, and what came out of the others.
private final class Round: Sendable {
    private struct State {
        var left: ArraySlice<Int>
        var asked = 0
        var outcomes: Survey.Outcomes
    }

    private let state: Mutex<State>

    init(_ numbers: ArraySlice<Int>, _ outcomes: Survey.Outcomes) {
        state = Mutex(State(left: numbers, outcomes: outcomes))
    }

    func next() -> Int? { state.withLock { $0.left.popFirst() } }

    /// - Returns: how many were asked so far.
    func note(_ outcome: Inquiry.Outcome, of number: Int) -> Int {
        state.withLock { state in
            state.outcomes[number] = outcome
            state.asked += 1
            return state.asked
        }
    }

    var outcomes: Survey.Outcomes { state.withLock { $0.outcomes } }
}

extension Verdict {
    /// Whether nothing at all came back.
    fileprivate var isSilence: Bool {
        switch self {
        case .broken(.noAnswer(.name)), .broken(.noAnswer(.connection)), .broken(.noAnswer(.timeout)): true
        default: false
        }
    }
}
