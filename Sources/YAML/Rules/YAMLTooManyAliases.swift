import Diagnostics

/// Aliases that blow a text up beyond 100,000 nodes.
///
/// ## Why
///
/// Lists of aliases to lists of aliases grow by multiplication: ten lines can stand for more values than any machine
/// can hold. No text that people read needs that.
///
/// ## Example
///
/// ```yaml
/// a: &a [x, x, x, x, x, x, x, x, x, x]
/// b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
/// c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
/// ```
///
/// ## Instead
///
/// Write out what is meant, or generate it.
public enum YAMLTooManyAliases: Rule {
    public static let id: RuleID = "yaml/too-many-aliases"
    public static let severity = Severity.error

    static func finding(_ name: String, limit: Int, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "with the alias `*\(name)` the aliases of this text stand for more than \(limit) values", at: origin,
            help: "write out what is meant instead of nesting aliases")
    }
}
