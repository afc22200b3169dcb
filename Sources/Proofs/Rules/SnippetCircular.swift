import Diagnostics

/// Snippets that are each to be slower than the other.
///
/// ## Why
///
/// `slower-than=` holds a bad example against a good one. A circle, or a snippet that names itself, has no good one.
///
/// ## Example
///
/// ````markdown
/// ```logql {#a slower-than=b data=shop}
/// {app="shop"} | json
/// ```
///
/// ```logql {#b slower-than=a data=shop}
/// {app="shop"} |= "error"
/// ```
/// ````
///
/// ## Instead
///
/// Take `slower-than` off the good one.
public enum SnippetCircular: Rule {
    public static let id: RuleID = "snippet/circular"
    public static let severity = Severity.error

    static func found(_ chain: [String], at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            chain.count == 1
                ? "`\(chain[0])` can't be slower than itself"
                : "these wait for each other: \(chain.map { "`\($0)`" }.joined(separator: " → "))",
            at: origin, help: "take `slower-than` off the good example")
    }
}
