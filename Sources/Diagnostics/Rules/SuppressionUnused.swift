/// A suppression that suppresses nothing.
///
/// ## Why
///
/// What it let pass is mended, or has moved to another block. Left where it is, it would hide the next finding of the rule.
///
/// ## Example
///
/// ```
/// <!-- galley-allow links/anchor-missing: made at run time -->
/// A paragraph without links.
/// ```
///
/// ## Instead
///
/// Remove it.
public enum SuppressionUnused: Rule {
    public static let id: RuleID = "suppression/unused"
    public static let severity = Severity.warning

    static func finding(_ suppression: Suppression) -> Diagnostic {
        diagnostic(
            "this suppression of `\(suppression.rule)` suppresses nothing", at: suppression.span,
            includedFrom: suppression.includedFrom, help: "remove it")
    }
}
