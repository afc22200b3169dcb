/// A suppression that is not written as it must be.
///
/// ## Why
///
/// It would suppress nothing, and the comment would look as if it did.
///
/// ## Example
///
/// ```
/// <!-- galley-allow anchor-missing -->
/// ```
///
/// ## Instead
///
/// ```
/// <!-- galley-allow links/anchor-missing until=2027-01-31: the page is written next month -->
/// ```
public enum SuppressionMalformed: Rule {
    public static let id: RuleID = "suppression/malformed"
    public static let severity = Severity.error

    static func noRule(at origin: PositionMap.Origin, kind: Suppression.Comment) -> Diagnostic {
        diagnostic("this suppression names no rule", at: origin, help: help(kind))
    }

    static func word(_ word: String, at origin: PositionMap.Origin, kind: Suppression.Comment) -> Diagnostic {
        diagnostic(
            "found `\(word)`, expected `until=` with a date, or `:` and the reason", at: origin, help: help(kind))
    }

    public static func notAlone(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("a suppression must stand alone on its line, as one comment", at: origin, help: help(.markup))
    }

    private static func help(_ kind: Suppression.Comment) -> String {
        "write \(kind.form("galley-allow RULE: reason")), with `until=2027-01-31` after the rule if it is to end"
    }
}
