import Diagnostics

/// A literal of a type or form that the argument does not take.
///
/// ## Why
///
/// Alloy refuses the whole file.
///
/// ## Example
///
/// ```alloy
/// loki.source.file "app" {
///   targets       = local.file_match.app.targets
///   forward_to    = ["loki.process.app.receiver"]
///   tail_from_end = "yes"
/// }
/// ```
///
/// ## Instead
///
/// ```alloy
/// loki.source.file "app" {
///   targets       = local.file_match.app.targets
///   forward_to    = [loki.process.app.receiver]
///   tail_from_end = true
/// }
/// ```
public enum AlloyWrongType: Rule {
    public static let id: RuleID = "alloy/wrong-type"
    public static let severity = Severity.error

    static func found(
        _ found: String, expected: String, for name: String, help: String?, at origin: PositionMap.Origin
    )
        -> Diagnostic
    {
        diagnostic("`\(name)` takes \(expected), not \(found)", at: origin, help: help)
    }

    static func unknownValue(
        _ value: String, for name: String, known: [String], near: String?, at origin: PositionMap.Origin
    )
        -> Diagnostic
    {
        diagnostic(
            "`\(name)` can't be `\(value)`", at: origin,
            notes: ["known values: \(known.map { "`\($0)`" }.joined(separator: ", "))"],
            help: near.map { "did you mean `\($0)`?" })
    }
}
