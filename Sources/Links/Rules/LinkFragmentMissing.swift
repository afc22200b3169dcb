import Diagnostics
import Site

/// A link to an anchor that the page of another site does not have.
///
/// ## Why
///
/// The page opens at its top, and readers search for what was meant.
///
/// ## Example
///
/// ```md
/// See [retention](https://grafana.com/docs/loki/latest/operations/storage/retention/#compacter).
/// ```
///
/// ## Instead
///
/// Name an anchor that the page has. Where scripts make the anchors, Galley can't see them: say so for the host.
///
/// ```yaml
/// links:
///   hosts:
///     app.example.com: {fragments: false}
/// ```
public enum LinkFragmentMissing: Rule {
    public static let id: RuleID = "links/fragment-missing"
    public static let severity = Severity.warning

    static func missing(_ link: ExternalLink, _ fragment: String, nearest: String?) -> Diagnostic {
        let fix = nearest.flatMap { nearest in
            link.replaceable.map { Diagnostic.Fix.address("\(link.address.prefix { $0 != "#" })#\(nearest)", at: $0) }
        }
        return diagnostic(
            "the page has no anchor `#\(fragment)`", at: link.origin, related: link.labels,
            help: nearest.map { "did you mean `#\($0)`?" }
                ?? "name an anchor that the page has; if scripts make it, set `fragments: false` for the host",
            fix: fix)
    }
}
