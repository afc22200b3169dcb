import Diagnostics

/// A line `:::` that closes nothing.
///
/// ## Why
///
/// Often the opening line stands in a list item or a quote and the closing line outside it, so that the container is
/// not closed where the author thinks.
///
/// ## Example
///
/// ```markdown
/// - ::: details More
///   Text of the item.
///
/// :::
/// ```
///
/// ## Instead
///
/// ```markdown
/// - ::: details More
///   Text of the item.
///   :::
/// ```
public enum ContainerStrayClose: Rule {
    public static let id: RuleID = "container/stray-close"
    public static let severity = Severity.error

    static func stray(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "this `:::` closes no container", at: origin,
            help: "remove it, or put it at the same level of lists and quotes as the line that opens the container")
    }
}
