import Configuration
import Diagnostics
import Site

/// What is told of what was found: at each place where an author wrote an address.
struct LinkJudgement: Sendable {
    let ledger: LinkLedger
    let settings: LinkSettings
    let today: CalendarDate

    func findings(of collection: LinkCollection, _ outcomes: [Inquiry.Outcome?]) -> [Diagnostic] {
        collection.uses.indices.flatMap { number -> [Diagnostic] in
            guard let outcome = outcomes[collection.uses[number].target] else { return [] }
            return findings(of: number, in: collection, outcome)
        }
    }

    /// Whether an address that is dead was good not long ago.
    /// - Parameter address: as its author means it, not as it is asked.
    func isQuarantined(_ address: WebAddress, _ verdict: Verdict) -> Bool {
        lastGoodDay(address, verdict) != nil
    }

    /// The day on which an address that is dead was good, where that is not long ago.
    private func lastGoodDay(_ address: WebAddress, _ verdict: Verdict) -> CalendarDate? {
        guard case .broken(let cause) = verdict, cause.isWeather, let lastGood = ledger.lastGood[address.text],
            // Elsewhere it may be tomorrow already; later days are those of wrong clocks.
            (-1...settings.quarantine).contains(lastGood.days(until: today))
        else { return nil }
        return lastGood
    }

    private func findings(
        of number: Int, in collection: LinkCollection, _ outcome: Inquiry.Outcome
    ) -> [Diagnostic] {
        let use = collection.uses[number]
        if outcome.verdict == .good, outcome.missing.isEmpty { return [] }
        let address = collection.targets[use.target].address
        let fragment = collection.fragment(of: number)
        var findings: [Diagnostic] = []
        let culprit = outcome.final ?? address
        switch outcome.verdict {
        case .good, .unchecked: break
        case .redirected(let final, let isPermanent):
            // What the settings lead elsewhere is asked there, and stays what the author wrote.
            if isPermanent, collection.written(number).text == address.text {
                findings.append(LinkRedirected.moved(use.link, to: final, fragment: fragment))
            }
        case .unverifiable(let status): findings.append(LinkUnverifiable.found(use.link, culprit, status: status))
        case .broken(let cause):
            if let lastGood = lastGoodDay(collection.written(number), outcome.verdict) {
                findings.append(
                    LinkQuarantined.found(
                        use.link, culprit, cause, lastGood: lastGood, days: settings.quarantine))
            } else {
                findings.append(LinkBroken.found(use.link, address, cause, final: outcome.final))
            }
        }
        if let fragment, let nearest = outcome.missing[fragment] {
            findings.append(LinkFragmentMissing.missing(use.link, fragment, nearest: nearest))
        }
        return findings
    }
}

extension Verdict.Cause {
    /// Whether the fault may pass by itself. A redirect into a private network is no weather.
    fileprivate var isWeather: Bool {
        switch self {
        case .noAnswer(.privateAddress), .redirectRefused: false
        default: true
        }
    }
}
