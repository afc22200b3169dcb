import Diagnostics
import Site

/// A link to an address that does not let programs in.
///
/// ## Why
///
/// The server asks for a login, takes a program for an attack, or has had enough questions for now. Nobody can tell
/// whether the page is there, so it is counted neither as good nor as broken.
///
/// ## Example
///
/// ```md
/// See [the discussion](https://www.linkedin.com/posts/1).
/// ```
///
/// ## Instead
///
/// Look at it yourself, and let the configuration say so:
///
/// ```yaml
/// links:
///   hosts:
///     www.linkedin.com: {skip: it lets no program in, until: 2027-06-30}
/// ```
///
/// Which status codes mean this, the list `unverifiable` says.
public enum LinkUnverifiable: Rule {
    public static let id: RuleID = "links/unverifiable"
    public static let severity = Severity.note

    static func found(_ link: ExternalLink, _ address: WebAddress, status: Int) -> Diagnostic {
        let words = StatusCode.words(status).map { " (\($0))" } ?? ""
        return diagnostic(
            "nobody can tell whether this is good: `\(address.server)` answers \(status)\(words)", at: link.origin,
            related: link.labels, help: "look at it in a browser, and say under `links: hosts:` what holds for the host"
        )
    }
}
