import Diagnostics

/// An image without a text for those who can't see it.
///
/// ## Why
///
/// Screen readers read the file's name instead, and a browser that can't load the image shows nothing.
///
/// ## Example
///
/// ```md
/// ![](images/write-path.svg)
/// ```
///
/// ## Instead
///
/// Say what the image shows. One that only decorates has `alt=""` in HTML.
///
/// ```md
/// ![Agents send lines to the distributor, which sends them to three ingesters](images/write-path.svg)
/// ```
public enum SiteImageAlt: Rule {
    public static let id: RuleID = "site/image-alt"
    public static let severity = Severity.error

    static func missing(_ image: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("the image `\(image)` has no text for those who can't see it", at: origin, help: "say what it shows")
    }
}
