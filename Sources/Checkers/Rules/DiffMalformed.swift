import Diagnostics

/// A difference that `patch` refuses.
///
/// ## Why
///
/// The head of a hunk says how many lines it has. Where that is wrong, the difference can't be applied.
///
/// ## Example
///
/// ```diff
/// @@ -1,3 +1,3 @@
///  server:
/// -  log_format: logfmt
/// +  log_format: json
/// ```
///
/// ## Instead
///
/// ```diff
/// @@ -1,2 +1,2 @@
///  server:
/// -  log_format: logfmt
/// +  log_format: json
/// ```
public enum DiffMalformed: Rule {
    public static let id: RuleID = "diff/malformed"
    public static let severity = Severity.error

    static func count(_ expected: (Int, Int), _ found: (Int, Int), at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the hunk has \(found.0) old and \(found.1) new lines, its head says \(expected.0) and \(expected.1)",
            at: origin,
            help: "write `@@ -1,\(found.0) +1,\(found.1) @@`")
    }

    static func line(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("a line of a hunk begins with a blank, `+`, `-` or `\\`", at: origin)
    }
}
