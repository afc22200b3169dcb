import Configuration
import Diagnostics
import Site

/// Checks all links that lead out of a site: each address is asked once, and told at each place where an author wrote it.
public struct LinkCheck: Sendable {
    public static let rules: Set<RuleID> = [
        LinkBroken.id, LinkQuarantined.id, LinkRedirected.id, LinkFragmentMissing.id, LinkInvalidAddress.id,
        LinkRefusedAddress.id, LinkUnverifiable.id, LinkUnusedExclusion.id, LinkPolicyExpired.id,
    ]

    /// What addresses are read and servers are asked with. Without it nothing can be checked.
    public static var library: SharedLibrary { Curl.library }

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
        /// What is known of each address that authors wrote, in the order of first uses.
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

    /// - Parameters:
    ///   - written: links as they stand in the fragments: servers are asked for them while the pages are still made.
    ///   - pages: the links of the pages.
    ///   - progress: told how many addresses were asked, of how many.
    public func run(
        written: @autoclosure () -> some Sequence<ExternalLink> = [], pages: () async -> [ExternalLink],
        progress: @escaping @Sendable (_ asked: Int, _ total: Int) -> Void = { _, _ in }
    ) async -> Result {
        var collection = LinkCollection(settings: settings, policies: policies, today: options.today)
        guard case .offline(let reason) = options.network else {
            collection.foresee(written().lazy.filter(isChosen))
            return await ask(collection, pages, progress)
        }
        collection.add(await pages().lazy.filter(isChosen))
        return result(of: collection, [], silence: reason)
    }

    /// - Parameter ahead: knows what is asked while the pages are made.
    private func ask(
        _ ahead: LinkCollection, _ pages: () async -> [ExternalLink],
        _ progress: @escaping @Sendable (Int, Int) -> Void
    ) async -> Result {
        let survey = Survey(settings, policies: policies, options: options)
        var isSure = if case .online = options.network { true } else { false }
        let first = mine(of: ahead)
        async let early = survey.outcomes(of: first, in: ahead.targets, isSure: isSure, progress)
        var collection = ahead
        collection.add(await pages().lazy.filter(isChosen))
        var (outcomes, silence) = await early
        if silence == nil {
            isSure = isSure || !first.isEmpty
            // What only the pages have: HTML of the author's own, templates.
            outcomes += Survey.Outcomes(repeating: nil, count: collection.targets.count - outcomes.count)
            let left = mine(of: collection).filter { number in
                outcomes[number].map { !$0.answers(collection.targets[number]) } ?? true
            }
            if !left.isEmpty {
                let late = await survey.outcomes(of: left, in: collection.targets, isSure: isSure, progress)
                for number in left { outcomes[number] = late.outcomes[number] ?? outcomes[number] }
                silence = late.silence
            }
        }
        survey.finish()
        return result(of: collection, outcomes, silence: silence)
    }

    /// Whether this run is about a link.
    private func isChosen(_ link: ExternalLink) -> Bool { options.changes.map(link.isTouched) ?? true }

    /// The numbers of the targets that are this run's.
    private func mine(of collection: LinkCollection) -> [Int] {
        collection.targets.indices.filter { options.shard?.contains(collection.targets[$0].address.text) ?? true }
    }

    private func result(of collection: LinkCollection, _ known: Survey.Outcomes, silence: String?) -> Result {
        var outcomes = known
        outcomes += Survey.Outcomes(repeating: nil, count: collection.targets.count - known.count)
        for number in mine(of: collection) where outcomes[number] == nil {
            outcomes[number] = .unchecked
        }
        let isWhole = options.changes == nil && options.shard == nil
        var result = Result(findings: collection.findings, tally: collection.tally)
        result.findings += collection.settingFindings(today: options.today, isWhole: isWhole)
        let judgement = LinkJudgement(ledger: ledger, settings: settings, today: options.today)
        result.findings += judgement.findings(of: collection, outcomes)
        // What is not asked elsewhere is told apart by the numbers of targets, and takes no set of all addresses.
        var seen = Set<String>()
        var seenTargets = [Bool](repeating: false, count: collection.targets.count)
        for (number, use) in collection.uses.enumerated() {
            let written = collection.written(number)
            if written.text == collection.targets[use.target].address.text {
                guard !seenTargets[use.target] else { continue }
                seenTargets[use.target] = true
            } else if !seen.insert(written.text).inserted {
                continue
            }
            guard let verdict = outcomes[use.target]?.verdict else { continue }
            result.tally.count(verdict, isQuarantined: judgement.isQuarantined(written, verdict))
            result.verdicts.append((written, verdict))
        }
        result.tally.addresses = result.verdicts.count
        result.tally.hosts = Set(result.verdicts.lazy.map(\.address.server)).count
        result.tally.uncheckedReason = silence
        return result
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
