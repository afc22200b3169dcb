import Configuration
import Diagnostics
import YAML

/// A setting for links that no link needs.
///
/// ## Why
///
/// Lists of exceptions only grow. One that is no longer needed hides the next broken link that happens to match it.
///
/// ## Example
///
/// ```yaml
/// links:
///   exclude:
///     - {address: "https://old.example.com/", reason: the archive is offline}
/// ```
///
/// No link of the site begins like this.
///
/// ## Instead
///
/// Remove it.
public enum LinkUnusedExclusion: Rule {
    public static let id: RuleID = "links/unused-exclusion"
    public static let severity = Severity.warning

    static func exclusion(_ address: Located<String>) -> Diagnostic {
        diagnostic("no link leads to `\(address.value)`, so nothing is excluded", at: address.origin, help: "remove it")
    }

    static func host(_ host: Located<String>, nearest: String?) -> Diagnostic {
        diagnostic(
            "no link leads to the host `\(host.value)`", at: host.origin,
            help: nearest.map { "did you mean `\($0)`?" } ?? "remove what is said of it")
    }
}
