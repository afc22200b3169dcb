import Diagnostics

/// A skip whose last day is past.
///
/// ## Why
///
/// `until=` promises that the snippet will be proven by then.
///
/// ## Example
///
/// ````markdown
/// ```bash {skip="needs the new release" until=2020-01-31}
/// loki -version
/// ```
/// ````
///
/// ## Instead
///
/// Prove the snippet, or give a new day with the reason that holds now.
public enum SnippetSkipExpired: Rule {
    public static let id: RuleID = "snippet/skip-expired"
    public static let severity = Severity.error

    static func found(_ date: CalendarDate, reason: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "this snippet was to be proven by \(date)", at: origin, notes: ["the reason given: \(reason)"],
            help: "remove `skip` and `until`, or give a new day")
    }
}
