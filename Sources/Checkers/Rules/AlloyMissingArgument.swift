import Diagnostics

/// A component or block without an argument or block that it needs.
///
/// ## Why
///
/// Alloy refuses the whole file.
///
/// ## Example
///
/// ```alloy
/// loki.source.file "app" {
///   targets = local.file_match.app.targets
/// }
/// ```
///
/// ## Instead
///
/// ```alloy
/// loki.source.file "app" {
///   targets    = local.file_match.app.targets
///   forward_to = [loki.process.app.receiver]
/// }
/// ```
public enum AlloyMissingArgument: Rule {
    public static let id: RuleID = "alloy/missing-argument"
    public static let severity = Severity.error

    static func found(_ missing: [String], kind: String, in block: String, at origin: PositionMap.Origin) -> Diagnostic
    {
        let names = missing.map { "`\($0)`" }.joined(separator: ", ")
        return diagnostic(
            "`\(block)` needs the \(kind)\(missing.count == 1 ? "" : "s") \(names)", at: origin, help: "add \(names)")
    }

    /// One of several, of which it needs one.
    static func oneOf(_ names: [String], in block: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("`\(block)` needs one of \(names.map { "`\($0)`" }.joined(separator: ", "))", at: origin)
    }
}
