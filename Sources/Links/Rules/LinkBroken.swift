import Diagnostics
import Site

/// A link to an address where nothing is.
///
/// ## Why
///
/// Readers who follow it get an error, and the page that was meant to help them is not there.
///
/// ## Example
///
/// ```md
/// See [the manual](https://grafana.com/docs/loki/v0.1/setup/).
/// ```
///
/// The finding says what happened: there is no such host, it refuses connections, its certificate is not valid, it
/// answers 404, it does not answer in time, it leads in a circle.
///
/// ## Instead
///
/// Link to where the page is now, or take the link out. An address that was good when it was last recorded
/// (`galley check links --record`) is told as a note for as many days as `quarantine` says, in case it comes back. A host
/// that only lets people in belongs under `links: hosts:` with `skip` and the reason.
public enum LinkBroken: Rule {
    public static let id: RuleID = "links/broken"
    public static let severity = Severity.error

    static func found(
        _ link: ExternalLink, _ address: WebAddress, _ cause: Verdict.Cause, final: WebAddress?
    ) -> Diagnostic {
        let culprit = final ?? address
        return diagnostic(
            cause.sentence(address: culprit.text, server: culprit.server), at: link.origin, related: link.labels,
            notes: final == nil ? [] : ["`\(address.text)` leads there"], help: help(cause))
    }

    private static func help(_ cause: Verdict.Cause) -> String {
        switch cause {
        case .noAnswer(.privateAddress): "link to a public address, or name the host under `links: allow:`"
        case .noAnswer(.certificate), .noAnswer(.handshake):
            "browsers warn readers of this: link to another address, or tell its owner"
        case .noAnswer(.name), .status: "link to where the page is now, or take the link out"
        default: "try it in a browser; if it works there, say so under `links: hosts:` with `skip` and the reason"
        }
    }
}
