import Diagnostics
import Site

/// A link to an address that was good not long ago, and is not now.
///
/// ## Why
///
/// Servers come back. A change of a page should not fail because a server elsewhere has a bad day; a page that stays away
/// should be known.
///
/// ## Example
///
/// ```md
/// See [the manual](https://docs.example.net/manual/).
/// ```
///
/// The ledger says that this address was good three days ago, and now its server answers 503.
///
/// ## Instead
///
/// Nothing, for now: it is a note, and becomes `links/broken` when the address has been dead for as many days as
/// `quarantine` says.
public enum LinkQuarantined: Rule {
    public static let id: RuleID = "links/quarantined"
    public static let severity = Severity.note

    static func found(
        _ link: ExternalLink, _ address: WebAddress, _ cause: Verdict.Cause, lastGood: CalendarDate, days: Int
    ) -> Diagnostic {
        diagnostic(
            cause.sentence(address: address.text, server: address.server), at: link.origin, related: link.labels,
            notes: ["it was good on \(lastGood); dead for more than \(days) days, it is an error"])
    }
}
