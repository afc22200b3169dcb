import Diagnostics

/// A key that must be there and is not.
///
/// ## Why
///
/// There is no sensible default for it.
///
/// ## Example
///
/// ```yaml
/// site:
///   language: en
/// ```
///
/// ## Instead
///
/// ```yaml
/// site:
///   title: Operations guide
///   language: en
/// ```
public enum YAMLMissingKey: Rule {
    public static let id: RuleID = "yaml/missing-key"
    public static let severity = Severity.error

    static func finding(
        _ key: String, of name: String, expected: String, at origin: PositionMap.Origin
    ) -> Diagnostic {
        diagnostic("\(name) needs the key `\(key)`", at: origin, help: "add `\(key):` with \(expected)")
    }
}
