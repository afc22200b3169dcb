import Configuration
import Diagnostics
import Synchronization

/// Asks many addresses, beside each other, and remembers what came out.
struct Survey: Sendable {
    /// What is known of addresses, by their text.
    typealias Outcomes = [String: Inquiry.Outcome]

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

    /// Asks all targets that nothing is remembered of.
    /// - Parameter isSure: whether there is a network, so that silence is a fault.
    /// - Returns: what is known, and why nothing could be asked; nil where something could.
    func outcomes(
        of targets: [Inquiry.Target], isSure: Bool, _ progress: @Sendable (Int, Int) -> Void
    ) async -> (outcomes: Outcomes, silence: String?) {
        var outcomes: Outcomes = [:]
        var left: [Int] = []
        for (number, target) in targets.enumerated() {
            let known = cache?.outcome(of: target, policy: policies.digest(for: target.address))
            outcomes[target.address.text] = known
            if known == nil { left.append(number) }
        }
        guard !left.isEmpty else { return (outcomes, nil) }
        let order = Self.takingTurns(left, targets)
        var scouts: ArraySlice<Int> = []
        if !isSure {
            scouts = order.prefix(Self.scouts)
            let found = await ask(scouts, targets) { progress($0, order.count) }
            // A server that does not answer is its fault, several of which none does are this machine's.
            guard found.values.contains(where: { !$0.verdict.isSilence }) else {
                return (
                    outcomes,
                    "not one of \(scouts.count) that were tried could be reached, so there seems to be no network"
                )
            }
            outcomes.merge(found) { $1 }
        }
        let before = scouts.count
        let found = await ask(order.dropFirst(before), targets) { progress(before + $0, order.count) }
        return (outcomes.merging(found) { $1 }, nil)
    }

    /// Forgets what is out of date.
    func finish() { cache?.save() }

    /// How many addresses, of as many hosts as there are, tell whether there is a network.
    private static let scouts = 8
    /// How many addresses are on their way at a time, those included that wait for their host's turn.
    private static let window = 2_000

    private func ask(
        _ numbers: ArraySlice<Int>, _ targets: [Inquiry.Target], _ progress: (Int) -> Void
    ) async -> Outcomes {
        await withTaskGroup(of: (Int, Inquiry.Outcome).self) { group in
            var outcomes: Outcomes = [:]
            outcomes.reserveCapacity(numbers.count)
            var next = numbers.makeIterator()
            func start() -> Bool {
                guard let number = next.next() else { return false }
                let target = targets[number]
                group.addTask { [inquiry] in (number, await inquiry.outcome(of: target)) }
                return true
            }
            for _ in 0..<Self.window where !start() { break }
            for await (number, outcome) in group {
                let target = targets[number]
                cache?.remember(outcome, of: target, policy: policies.digest(for: target.address))
                outcomes[target.address.text] = outcome
                progress(outcomes.count)
                _ = start()
            }
            return outcomes
        }
    }

    /// The first address of each host, then the second of each: hosts are asked beside each other, not one by one.
    private static func takingTurns(_ numbers: [Int], _ targets: [Inquiry.Target]) -> [Int] {
        var counts: [String: Int] = [:]
        let turns = numbers.map { number -> (turn: Int, number: Int) in
            let turn = counts[targets[number].address.server, default: 0]
            counts[targets[number].address.server] = turn + 1
            return (turn, number)
        }
        return turns.sorted { ($0.turn, $0.number) < ($1.turn, $1.number) }.map(\.number)
    }

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
