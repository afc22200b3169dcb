import Diagnostics

/// An attribute of a fence that nobody knows.
///
/// ## Why
///
/// A misspelled attribute would change nothing, and the author would believe that it does.
///
/// ## Example
///
/// ````markdown
/// ```logql {proff=run}
/// {app="shop"}
/// ```
/// ````
///
/// ## Instead
///
/// ````markdown
/// ```logql {proof=run}
/// {app="shop"}
/// ```
/// ````
public enum FenceUnknownAttribute: Rule {
    public static let id: RuleID = "fence/unknown-attribute"
    public static let severity = Severity.error

    static func unknown(_ name: String, at origin: PositionMap.Origin) -> Diagnostic {
        let known = FenceAttributes.keys + FenceAttributes.flags
        let near = Spelling.nearest(to: name, among: known)
        return diagnostic(
            "there is no attribute `\(name)`", at: origin,
            notes: ["known attributes: \(known.map { "`\($0)`" }.joined(separator: ", "))"],
            help: near.map { "did you mean `\($0)`?" } ?? "remove it, or use one of the known attributes",
            fix: near.map {
                .init(title: "replace with `\($0)`", edits: [.init(origin.span, $0)], isSafe: false)
            })
    }
}
