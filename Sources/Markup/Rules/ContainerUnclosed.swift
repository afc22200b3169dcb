import Diagnostics

/// A container that is opened and not closed before its list item, quote or page ends.
///
/// ## Why
///
/// What comes after it would belong to it: the rest of the page would vanish into the last tab or the folded details.
///
/// ## Example
///
/// ```markdown
/// ::: details How it is stored
/// Chunks hold compressed lines.
/// ```
///
/// ## Instead
///
/// ```markdown
/// ::: details How it is stored
/// Chunks hold compressed lines.
/// :::
/// ```
public enum ContainerUnclosed: Rule {
    public static let id: RuleID = "container/unclosed"
    public static let severity = Severity.error

    static func unclosed(_ name: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the container `\(name)` is never closed", at: origin,
            help: "close it with a line `:::` at the same level of lists and quotes")
    }
}
