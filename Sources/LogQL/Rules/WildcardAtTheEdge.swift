import Diagnostics

/// A `.*` at the begin or the end of a regular expression in a line filter.
///
/// ## Why
///
/// A line filter looks for its expression anywhere in the line. `.*` at the edges changes nothing in what it finds, and makes the
/// search longer.
///
/// ## Example
///
/// ```logql
/// {app="shop"} |~ ".*took [0-9]+ms.*"
/// ```
///
/// ## Instead
///
/// ```logql
/// {app="shop"} |~ "took [0-9]+ms"
/// ```
///
/// Matchers of labels are another thing: `{app=~"shop-.*"}` compares whole values, and needs its `.*`.
public enum WildcardAtTheEdge: Rule, LintRule {
    public static let id: RuleID = "logql/wildcard-at-the-edge"
    public static let severity = Severity.warning

    static func findings(in subject: LintSubject) -> [LintFinding] {
        subject.pipelines.flatMap { $0.stages.flatMap(\.lineFilters) }.flatMap { filter -> [LintFinding] in
            guard filter.operation == .matches || filter.operation == .matchesNot else { return [] }
            return filter.alternatives.filter { !$0.isAddress }.compactMap(edged)
        }
    }

    private static func edged(_ part: LineFilter.Alternative) -> LintFinding? {
        // A text between wildcards is no regular expression at all, and told so by another rule.
        guard let rest = PlainExpression.withoutEdges(part.text), PlainExpression.literal(rest) == nil else {
            return nil
        }
        let text = GoString.quote(rest)
        return finding(
            "`.*` at the edge of the expression finds nothing more", at: part.range, help: "write `\(text)`",
            fix: LintFix("write `\(text)`", isSafe: true, [LintFix.Edit(part.range, text)]))
    }
}
