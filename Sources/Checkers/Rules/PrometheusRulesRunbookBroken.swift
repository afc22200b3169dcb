import Diagnostics

/// An alert whose `runbook_url` names a page or a section of this site that does not exist.
///
/// ## Why
///
/// The link is opened at night, by somebody who was just woken. Links inside of rules are seen by no check of pages: a heading that changes breaks them, and nobody notices until then.
///
/// ## Example
///
/// ```yaml
/// annotations:
///   runbook_url: "https://docs.example.com/loki/troubleshooting.html#loki-doesnt-start"
/// ```
///
/// ## Instead
///
/// ```yaml
/// annotations:
///   runbook_url: "https://docs.example.com/loki/troubleshooting.html#loki-does-not-start"
/// ```
///
/// Addresses below `site.url` of `galley.yml` are looked up; others are not followed.
public enum PrometheusRulesRunbookBroken: Rule {
    public static let id: RuleID = "prometheus-rules/runbook-broken"
    public static let severity = Severity.error

    static func noPage(nearest: String?, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "this site has no page for this runbook", at: origin,
            help: nearest.map { "did you mean `\($0)`?" } ?? "name a page of the navigation")
    }

    static func noSection(_ anchor: String, nearest: String?, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the page of this runbook has no section `#\(anchor)`", at: origin,
            help: nearest.map { "did you mean `#\($0)`?" } ?? "headings get the ids that GitHub gives them")
    }
}
