import Diagnostics

/// An alias (`*name`) without an anchor (`&name`) before it.
///
/// ## Why
///
/// An alias stands for what its anchor names, and the anchor must come first in the same document. Where a value begins
/// with an asterisk by chance, YAML takes it for an alias as well.
///
/// ## Example
///
/// ```yaml
/// schedule: *daily
/// ```
///
/// ## Instead
///
/// ```yaml
/// default: &daily "0 4 * * *"
/// schedule: *daily
/// ```
public enum YAMLUnknownAlias: Rule {
    public static let id: RuleID = "yaml/unknown-alias"
    public static let severity = Severity.error

    static func finding(_ name: String, known: [String], at origin: PositionMap.Origin) -> Diagnostic {
        let help =
            Spelling.nearest(to: name, among: known.sorted()).map { "did you mean `*\($0)`?" }
            ?? "set the anchor `&\(name)` before it, or put the value in quotation marks if it is a text"
        return diagnostic("the alias `*\(name)` has no anchor before it", at: origin, help: help)
    }
}
