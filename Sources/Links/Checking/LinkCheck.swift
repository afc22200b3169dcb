import Configuration
import Diagnostics
import Site
import Synchronization

/// Checks all links that lead out of a site: each address is asked once, and told at each place where an author wrote it.
public struct LinkCheck: Sendable {
    public static let rules: Set<RuleID> = [
        LinkBroken.id, LinkQuarantined.id, LinkRedirected.id, LinkFragmentMissing.id, LinkInvalidAddress.id,
        LinkRefusedAddress.id, LinkUnverifiable.id, LinkUnusedExclusion.id, LinkPolicyExpired.id,
    ]

    public enum Network: Sendable {
        /// Nobody is asked, for this reason.
        case offline(String)
        /// Servers are asked; where not a single one answers, this machine is taken to be cut off.
        case automatic
        /// There is a network: silence is a fault.
        case online
    }

    public struct Options: Sendable {
        public var network = Network.automatic
        public var today: CalendarDate
        /// How the client names itself to servers.
        public var agent: String
        /// Only links that were added.
        public var changes: GitChanges?
        /// Only this part of the addresses.
        public var shard: Shard?
        /// An absolute path of what earlier runs found out; nil to ask all anew and remember nothing.
        public var cache: String?
        /// The project's folder, which settings are relative to.
        public var root: String
        /// Looks up a variable of the environment.
        public var environment: @Sendable (String) -> String?

        public init(
            today: CalendarDate, agent: String, root: String, environment: @escaping @Sendable (String) -> String?
        ) {
            self.today = today
            self.agent = agent
            self.root = root
            self.environment = environment
        }
    }

    public struct Result: Sendable {
        public var findings: [Diagnostic] = []
        public var tally = LinkTally()
        /// What is known of each address that was asked, or remembered.
        public var verdicts: [(address: WebAddress, verdict: Verdict)] = []
    }

    private let settings: LinkSettings
    private let ledger: LinkLedger
    private let options: Options
    private let policies: HostPolicies

    public init(_ settings: LinkSettings, ledger: LinkLedger, options: Options) {
        self.settings = settings
        self.ledger = ledger
        self.options = options
        policies = HostPolicies(settings, environment: options.environment)
    }

    /// - Parameter progress: told how many addresses there are to ask, and each time that one is done.
    public func run(
        _ links: [ExternalLink], progress: @escaping @Sendable (_ asked: Int, _ total: Int) -> Void = { _, _ in }
    ) async -> Result {
        let isWhole = options.changes == nil && options.shard == nil
        let chosen = options.changes.map { changes in links.filter { $0.isTouched(by: changes) } } ?? links
        let collection = LinkCollection(chosen, settings: settings, policies: policies, today: options.today)
        let mine = collection.targets.indices.filter { index in
            options.shard?.contains(collection.targets[index].address.text) ?? true
        }
        var outcomes = [Inquiry.Outcome?](repeating: nil, count: collection.targets.count)
        var reason: String?
        if case .offline(let words) = options.network {
            reason = words
        } else {
            reason = await ask(mine, of: collection.targets, into: &outcomes, progress)
        }
        for index in mine where outcomes[index] == nil { outcomes[index] = Inquiry.Outcome(verdict: .unchecked) }

        var result = Result(findings: collection.findings, tally: collection.tally)
        result.findings += collection.settingFindings(today: options.today, isWhole: isWhole)
        let judgement = LinkJudgement(ledger: ledger, settings: settings, today: options.today)
        result.findings += judgement.findings(of: collection, outcomes)
        for index in mine {
            guard let verdict = outcomes[index]?.verdict else { continue }
            let address = collection.targets[index].address
            result.tally.count(verdict, isQuarantined: judgement.isQuarantined(address, verdict))
            result.verdicts.append((address, verdict))
        }
        result.tally.addresses = mine.count
        result.tally.hosts = Set(mine.map { collection.targets[$0].address.server }).count
        result.tally.uncheckedReason = reason
        return result
    }

    /// Asks all targets that nothing is remembered of.
    /// - Returns: why nothing could be asked; nil where something could.
    private func ask(
        _ numbers: [Int], of targets: [Inquiry.Target], into outcomes: inout [Inquiry.Outcome?],
        _ progress: @escaping @Sendable (Int, Int) -> Void
    ) async -> String? {
        let cache = options.cache.map {
            VerdictCache(path: $0, ages: .init(good: settings.goodAge, bad: settings.badAge))
        }
        var left: [Int] = []
        var digests: [String: String] = [:]
        for number in numbers {
            let target = targets[number]
            let digest = digests[target.address.server] ?? digest(target.address)
            digests[target.address.server] = digest
            outcomes[number] = cache?.outcome(of: target, policy: digest)
            if outcomes[number] == nil { left.append(number) }
        }
        guard !left.isEmpty else { return nil }
        let client = WebClient(
            timeouts: settings.timeouts, agent: options.agent,
            certificates: settings.certificates.map { "\(options.root)/\($0.value)" }
                ?? options.environment("SSL_CERT_FILE"))
        let inquiry = Inquiry(settings, policies: policies, client: client)
        var order = Self.takingTurns(left, targets)
        if case .automatic = options.network {
            let scouts = Array(order.prefix(Self.scouts))
            let found = await Self.ask(scouts, targets, inquiry, digests, cache) { progress($0, left.count) }
            // A server that does not answer is its fault, several of which none does are this machine's.
            guard found.contains(where: { !$0.outcome.verdict.isSilence }) else {
                return "not one of \(scouts.count) that were tried could be reached, so there seems to be no network"
            }
            for (number, outcome) in found { outcomes[number] = outcome }
            order.removeFirst(scouts.count)
        }
        let before = left.count - order.count
        let found = await Self.ask(order, targets, inquiry, digests, cache) { progress(before + $0, left.count) }
        for (number, outcome) in found { outcomes[number] = outcome }
        cache?.save()
        return nil
    }

    /// How many addresses, of as many hosts as there are, tell whether there is a network.
    private static let scouts = 8
    /// How many addresses are on their way at a time, those included that wait for their host's turn.
    private static let window = 2_000

    private static func ask(
        _ numbers: [Int], _ targets: [Inquiry.Target], _ inquiry: Inquiry, _ digests: [String: String],
        _ cache: VerdictCache?, _ progress: (Int) -> Void
    ) async -> [(number: Int, outcome: Inquiry.Outcome)] {
        await withTaskGroup(of: (Int, Inquiry.Outcome).self) { group in
            var found: [(number: Int, outcome: Inquiry.Outcome)] = []
            found.reserveCapacity(numbers.count)
            var next = numbers.makeIterator()
            func start() -> Bool {
                guard let number = next.next() else { return false }
                group.addTask { (number, await inquiry.outcome(of: targets[number])) }
                return true
            }
            for _ in 0..<window where !start() { break }
            for await (number, outcome) in group {
                let target = targets[number]
                cache?.remember(outcome, of: target, policy: digests[target.address.server] ?? "")
                found.append((number, outcome))
                progress(found.count)
                _ = start()
            }
            return found
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

    private func digest(_ address: WebAddress) -> String {
        var digest = Digest()
        for word in policies.words(for: address) { digest.add(part: word) }
        return String(digest.finish().prefix(16))
    }
}

extension ExternalLink {
    /// Whether the link, its definition, or a directive that brings it in was added.
    fileprivate func isTouched(by changes: GitChanges) -> Bool {
        ([origin.span] + origin.includedFrom + [definition].compactMap { $0 }).contains { changes.touch($0) }
    }

    /// The definition of a reference, as a further place.
    var labels: [Diagnostic.Label] { definition.map { [Diagnostic.Label($0, "it is defined here")] } ?? [] }
}

extension Verdict {
    /// Whether nothing at all came back.
    fileprivate var isSilence: Bool {
        switch self {
        case .broken(.name), .broken(.connection), .broken(.timeout): true
        default: false
        }
    }
}

extension LinkTally {
    fileprivate mutating func count(_ verdict: Verdict, isQuarantined: Bool) {
        switch verdict {
        case .good: good += 1
        case .redirected: redirected += 1
        case .broken where isQuarantined: quarantined += 1
        case .broken: broken += 1
        case .unverifiable: unverifiable += 1
        case .unchecked: unchecked += 1
        }
    }
}
