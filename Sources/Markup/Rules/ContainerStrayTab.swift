import Diagnostics

/// A tab that stands in no `::: tabs`.
///
/// ## Why
///
/// A tab is one of several to choose from. Alone it would be printed as a section without a heading.
///
/// ## Example
///
/// ```markdown
/// ::: tab Docker
/// Pull the image.
/// :::
/// ```
///
/// ## Instead
///
/// ```markdown
/// ::: tabs
/// ::: tab Docker
/// Pull the image.
/// :::
/// :::
/// ```
public enum ContainerStrayTab: Rule {
    public static let id: RuleID = "container/stray-tab"
    public static let severity = Severity.error

    static func outside(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("this tab stands in no `::: tabs`", at: origin, help: "open `::: tabs` before the first tab")
    }
}
