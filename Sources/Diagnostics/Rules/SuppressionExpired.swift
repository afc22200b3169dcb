/// A suppression whose last day is over.
///
/// ## Why
///
/// It was to be temporary. What it let pass is reported again.
///
/// ## Example
///
/// ```
/// <!-- galley-allow links/anchor-missing until=2020-01-31: the page is written next month -->
/// ```
///
/// ## Instead
///
/// Mend what it let pass and remove it, or give it a new date with the reason.
public enum SuppressionExpired: Rule {
    public static let id: RuleID = "suppression/expired"
    public static let severity = Severity.error

    static func finding(_ suppression: Suppression, until: CalendarDate) -> Diagnostic {
        diagnostic(
            "this suppression of `\(suppression.rule)` ended on \(until)", at: suppression.span,
            includedFrom: suppression.includedFrom, help: "mend what it let pass and remove it, or set a new date")
    }
}
