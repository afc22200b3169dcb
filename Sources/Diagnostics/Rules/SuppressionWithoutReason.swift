/// A suppression without a reason.
///
/// ## Why
///
/// Whoever reads it later can't tell whether it is still right.
///
/// ## Example
///
/// ```
/// <!-- galley-allow links/anchor-missing -->
/// ```
///
/// ## Instead
///
/// ```
/// <!-- galley-allow links/anchor-missing: the page makes the anchor at run time -->
/// ```
public enum SuppressionWithoutReason: Rule {
    public static let id: RuleID = "suppression/missing-reason"
    public static let severity = Severity.error

    static func finding(_ rule: RuleID, at origin: PositionMap.Origin, kind: Suppression.Comment) -> Diagnostic {
        diagnostic(
            "this suppression of `\(rule)` gives no reason, and has no effect", at: origin,
            help: "write why: \(kind.form("galley-allow \(rule): reason"))")
    }
}
