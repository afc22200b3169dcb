import Diagnostics
import Site

extension LinkLedger {
    /// How many days a recorded day stays as it is, so that a record of each night does not change each line.
    private static let renewal = 7

    /// The ledger with what a run found out.
    /// - Parameters:
    ///   - isWhole: whether the run saw all addresses of the site, so that others may be forgotten.
    ///   - quarantine: days of grace; recorded days are renewed well before they are over.
    public func recording(
        _ verdicts: [(address: WebAddress, verdict: Verdict)], on today: CalendarDate, isWhole: Bool, quarantine: Int
    ) -> LinkLedger {
        var ledger = self
        let renewal = min(Self.renewal, quarantine / 2)
        for (address, verdict) in verdicts where verdict.isGood {
            // A day that is yet to come was written under a wrong clock.
            let age = ledger.lastGood[address.text].map { $0.days(until: today) } ?? Int.max
            if !(0..<max(1, renewal)).contains(age) { ledger.renew(address.text, good: today) }
        }
        if isWhole { ledger.keep(Set(verdicts.map(\.address.text))) }
        return ledger
    }
}
