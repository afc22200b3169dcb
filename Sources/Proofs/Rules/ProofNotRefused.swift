import Diagnostics

/// A bad example that is not refused by the rule that it names.
///
/// ## Why
///
/// A guide that calls something wrong has to be right about it. Where the rule does not find the fault, either the
/// example does not show it or the rule is another one.
///
/// ## Example
///
/// ````markdown
/// ```logql {bad=logql/syntax}
/// {app="shop"}
/// ```
/// ````
///
/// ## Instead
///
/// Show the fault, or name the rule that finds it.
///
/// ````markdown
/// ```logql {bad=logql/syntax}
/// {app='shop'}
/// ```
/// ````
public enum ProofNotRefused: Rule {
    public static let id: RuleID = "proof/not-refused"
    public static let severity = Severity.error

    static func found(
        _ rule: RuleID, others: [Diagnostic], because shortfall: String?, at origin: PositionMap.Origin
    ) -> Diagnostic {
        let names = Set(others.map(\.rule.text)).sorted()
        return diagnostic(
            "this bad example is not refused by `\(rule)`", at: origin,
            related: others.map { .init($0.span, "`\($0.rule)`: \($0.message)") },
            notes: shortfall.map { [$0] } ?? [],
            help: names.isEmpty
                ? "nothing is wrong with it: show the fault, or take `bad=` away"
                : "it is refused by \(names.map { "`\($0)`" }.joined(separator: ", "))",
            fix: names.count == 1
                ? .init(
                    title: "replace with `\(names[0])`", edits: [.init(origin.span, names[0])], isSafe: false) : nil)
    }
}
