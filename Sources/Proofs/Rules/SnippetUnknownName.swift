import Diagnostics

/// An attribute that names a dataset, a service, a snippet or a rule that there is not.
///
/// ## Why
///
/// The snippet would be proven on nothing, or held against nothing.
///
/// ## Example
///
/// ````markdown
/// ```logql {data=shpo}
/// {app="shop"}
/// ```
/// ````
///
/// ## Instead
///
/// Use a name that `galley.yml` has under `datasets` or `services`; of a snippet its `#id`; of a rule its name as in
/// `galley explain`.
///
/// ````markdown
/// ```logql {data=shop}
/// {app="shop"}
/// ```
/// ````
public enum SnippetUnknownName: Rule {
    public static let id: RuleID = "snippet/unknown-name"
    public static let severity = Severity.error

    /// - Parameter what: "dataset", "service", "snippet", "rule".
    static func found(
        _ name: String, what: String, known: [String], at origin: PositionMap.Origin
    ) -> Diagnostic {
        let near = Spelling.nearest(to: name, among: known)
        let list = known.count <= 12 ? known.map { "`\($0)`" }.joined(separator: ", ") : ""
        return diagnostic(
            "there is no \(what) `\(name)`", at: origin,
            notes: list.isEmpty ? [] : ["there are: \(list)"],
            help: near.map { "did you mean `\($0)`?" },
            fix: near.map { .init(title: "replace with `\($0)`", edits: [.init(origin.span, $0)], isSafe: false) })
    }
}
