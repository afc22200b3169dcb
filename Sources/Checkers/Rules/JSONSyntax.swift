import Diagnostics

/// Text that is no JSON.
///
/// ## Why
///
/// Programs refuse it. Most slips come from other languages: commas behind the last element, comments, single quotation marks.
///
/// ## Example
///
/// ```json
/// {"app": "shop",}
/// ```
///
/// ## Instead
///
/// ```json
/// {"app": "shop"}
/// ```
public enum JSONSyntax: Rule {
    public static let id: RuleID = "json/syntax"
    public static let severity = Severity.error

    static func found(_ found: String, expected: String, help: String?, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("found \(found), expected \(expected)", at: origin, help: help)
    }
}
