import Diagnostics

/// A tab, details or a chart without a title, or tabs with one.
///
/// ## Why
///
/// The title is all that a reader sees of what is folded; without it there is nothing to choose. Without its title a
/// chart is bars of something.
///
/// ## Example
///
/// ```markdown
/// ::: details
/// Chunks hold compressed lines.
/// :::
/// ```
///
/// ## Instead
///
/// ```markdown
/// ::: details How it is stored
/// Chunks hold compressed lines.
/// :::
/// ```
public enum ContainerTitle: Rule {
    public static let id: RuleID = "container/title"
    public static let severity = Severity.error

    static func missing(_ name: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the container `\(name)` has no title", at: origin, help: "write it on the same line: `::: \(name) Title`")
    }

    static func unexpected(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("the container `tabs` takes no title", at: origin, help: "give titles to the tabs in it")
    }
}
