import Diagnostics
import Site

/// A link to an address that has moved for good.
///
/// ## Why
///
/// The server says that the new address is the one to use. Redirects are taken away one day, and until then they cost
/// each reader a round trip.
///
/// ## Example
///
/// ```md
/// See [Loki's documentation](http://grafana.com/docs/loki).
/// ```
///
/// ## Instead
///
/// Link to the address that the server names:
///
/// ```md
/// See [Loki's documentation](https://grafana.com/docs/loki/latest/).
/// ```
///
/// Redirects that are not for good are followed, and not told.
public enum LinkRedirected: Rule {
    public static let id: RuleID = "links/redirected"
    public static let severity = Severity.note

    static func moved(_ link: ExternalLink, to final: String, fragment: String?) -> Diagnostic {
        let target = fragment == nil ? final : final + link.address.drop { $0 != "#" }
        let fix = link.replaceable.map { Diagnostic.Fix.address(target, at: $0) }
        return diagnostic(
            "this address has moved for good", at: link.origin, related: link.labels,
            help: "link to `\(target)`", fix: fix)
    }
}
