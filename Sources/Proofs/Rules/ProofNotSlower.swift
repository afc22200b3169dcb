import Diagnostics

/// A bad example that is not measured worse than the good one.
///
/// ## Why
///
/// A guide that calls a query slow has to show it. The measure is what the engine counts (bytes and lines read and
/// parsed), not time, so that it is the same on each machine.
///
/// ## Example
///
/// ````markdown
/// ```logql {#good data=shop}
/// {app="shop"} |= "timeout"
/// ```
///
/// ```logql {slower-than=good data=shop}
/// {app="shop"} |= "time"
/// ```
/// ````
///
/// ## Instead
///
/// Show a query that has more to do on the same data.
public enum ProofNotSlower: Rule {
    public static let id: RuleID = "proof/not-slower"
    public static let severity = Severity.error

    /// - Parameters:
    ///   - measures: what was counted of both, in words.
    public static func found(_ other: String, measures: [String], at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "this is not measured slower than `\(other)`", at: origin, notes: measures,
            help: "show a query that has more to do, or take `slower-than` away")
    }

    /// The snippet itself can't be measured, or the other can't.
    public static func unmeasured(_ other: String, because reason: String, at origin: PositionMap.Origin) -> Diagnostic
    {
        diagnostic("this can't be held against `\(other)`: \(reason)", at: origin)
    }
}
