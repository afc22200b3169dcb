import Diagnostics

/// A tab where YAML takes only spaces for indentation.
///
/// ## Why
///
/// A tab is as wide as each editor likes, so YAML forbids it where width has a meaning (YAML 1.2.2, 6.1).
///
/// ## Example
///
/// A line that begins with a tab, below `site:`.
///
/// ## Instead
///
/// ```yaml
/// site:
///   title: Operations guide
/// ```
public enum YAMLTab: Rule {
    public static let id: RuleID = "yaml/tab"
    public static let severity = Severity.error

    static func finding(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("found a tab, expected spaces", at: origin, help: "indent with spaces only")
    }
}
