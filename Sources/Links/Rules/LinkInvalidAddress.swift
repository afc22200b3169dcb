import Diagnostics
import Site

/// A link whose address is not well formed.
///
/// ## Why
///
/// Browsers mend some of such addresses, each in its own way, and follow none of the others.
///
/// ## Example
///
/// ```md
/// See [the manual](https:/grafana.com/docs), or write to [us](mailto:support.example.com).
/// ```
///
/// ## Instead
///
/// ```md
/// See [the manual](https://grafana.com/docs), or write to [us](mailto:support@example.com).
/// ```
///
/// A scheme that browsers don't know, and that is one slip of the keyboard away from one that they do (`htps:`), is told as well.
/// A name and a password do not belong into an address: everybody reads them.
public enum LinkInvalidAddress: Rule {
    public static let id: RuleID = "links/invalid-address"
    public static let severity = Severity.error

    static func web(_ link: ExternalLink, _ problem: WebAddress.Problem) -> Diagnostic {
        let help =
            problem == .login
            ? "take the login out of the address" : "write the address as a browser shows it: `https://host/path`"
        // What is secret must not be printed once more.
        let address = WebAddress.printable(link.address)
        let shown = problem == .login ? "this" : "`\(address.prefix(80))\(address.count > 80 ? "…" : "")`"
        return diagnostic(
            "\(shown) is no sound address: \(problem.words)", at: link.origin, related: link.labels, help: help)
    }

    static func scheme(_ link: ExternalLink, _ scheme: String, meant: String) -> Diagnostic {
        diagnostic(
            "browsers know no scheme `\(scheme):`", at: link.origin, related: link.labels,
            help: "did you mean `\(meant):`?",
            fix: link.replaceable.map { .address(meant + link.address.dropFirst(scheme.count), at: $0) })
    }

    static func mail(_ link: ExternalLink, _ fault: String) -> Diagnostic {
        diagnostic(
            "this is no sound address for mail: \(fault)", at: link.origin, related: link.labels,
            help: "write it as `mailto:name@host.example`")
    }
}
