/// A suppression of a rule that does not exist.
///
/// ## Why
///
/// It suppresses nothing: the rule's name is misspelled, or the rule is gone.
///
/// ## Example
///
/// ```
/// <!-- galley-allow links/anchor-mising: made at run time -->
/// ```
///
/// ## Instead
///
/// ```
/// <!-- galley-allow links/anchor-missing: made at run time -->
/// ```
public enum SuppressionOfUnknownRule: Rule {
    public static let id: RuleID = "suppression/unknown-rule"
    public static let severity = Severity.error

    static func finding(_ suppression: Suppression, known: Set<RuleID>) -> Diagnostic {
        let near = Spelling.nearest(to: suppression.rule.text, among: known.map(\.text).sorted())
        return diagnostic(
            "there is no rule `\(suppression.rule)`", at: suppression.ruleSpan, includedFrom: suppression.includedFrom,
            help: near.map { "did you mean `\($0)`?" } ?? "remove the suppression, or correct the rule's name")
    }
}
