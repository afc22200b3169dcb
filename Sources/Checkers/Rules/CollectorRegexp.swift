import Diagnostics

/// A regular expression that RE2 can't read.
///
/// ## Why
///
/// The collector refuses the whole file. RE2 has no lookahead, no lookbehind and no backreferences.
///
/// ## Example
///
/// ```alloy
/// stage.regex {
///   expression = "(?<=user=)(?P<user>\\w+)"
/// }
/// ```
///
/// ## Instead
///
/// ```alloy
/// stage.regex {
///   expression = `user=(?P<user>\w+)`
/// }
/// ```
public enum CollectorRegexp: Rule {
    public static let id: RuleID = "collector/regexp"
    public static let severity = Severity.error

    static func found(_ problem: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("the regular expression can't be read: \(problem)", at: origin)
    }
}
