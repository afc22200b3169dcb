import Diagnostics

/// A level of proof that there is not.
///
/// ## Why
///
/// `proof=` names the least that has to be proven. A word that Galley does not know would ask for nothing.
///
/// ## Example
///
/// ````markdown
/// ```sql {proof=execute}
/// SELECT 1;
/// ```
/// ````
///
/// ## Instead
///
/// Write `parse`, `validate`, `run` or `match`; without `proof=` the highest is asked for that the checker has.
///
/// ````markdown
/// ```sql {proof=run}
/// SELECT 1;
/// ```
/// ````
public enum SnippetUnknownLevel: Rule {
    public static let id: RuleID = "snippet/unknown-level"
    public static let severity = Severity.error

    static func found(_ word: String, at origin: PositionMap.Origin) -> Diagnostic {
        let known = ProofLevel.allCases.map(\.request)
        let near = Spelling.nearest(to: word, among: known + ProofLevel.allCases.map(\.rawValue))
        let meant = near.flatMap { near in
            ProofLevel(request: near)?.request ?? ProofLevel(rawValue: near)?.request
        }
        return diagnostic(
            "there is no level `\(word)`, expected `parse`, `validate`, `run` or `match`", at: origin,
            help: meant.map { "did you mean `\($0)`?" },
            fix: meant.map {
                .init(title: "replace with `\($0)`", edits: [.init(origin.span, $0)], isSafe: false)
            })
    }
}
