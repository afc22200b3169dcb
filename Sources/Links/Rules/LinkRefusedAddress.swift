import Diagnostics
import Site

/// A link to this machine or a private network.
///
/// ## Why
///
/// It leads each reader to another machine, and mostly to none. Galley asks no such address either, since a page must not
/// make the machine that checks it send requests into its own network.
///
/// ## Example
///
/// ```md
/// Open [Grafana](http://localhost:3000).
/// ```
///
/// ## Instead
///
/// Write what readers type into their browsers as code: `http://localhost:3000`. A host that all readers can reach is
/// named in the configuration:
///
/// ```yaml
/// links:
///   allow: [wiki.internal]
/// ```
public enum LinkRefusedAddress: Rule {
    public static let id: RuleID = "links/refused-address"
    public static let severity = Severity.error

    static func byName(_ link: ExternalLink, host: String, _ privacy: String) -> Diagnostic {
        diagnostic(
            "`\(host)` is \(privacy), and not asked", at: link.origin, related: link.labels,
            help:
                "write it as code if readers are to type it; name the host under `links: allow:` if they can all reach it"
        )
    }
}
