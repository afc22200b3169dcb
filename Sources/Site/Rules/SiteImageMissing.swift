import Diagnostics

/// An image, script or style sheet that the site does not have.
///
/// ## Why
///
/// Readers see a gap, or a page without its look.
///
/// ## Example
///
/// ```md
/// ![The write path](images/write-pth.svg)
/// ```
///
/// ## Instead
///
/// Name a file below the publication's folder, relative to the fragment.
///
/// ```md
/// ![The write path](images/write-path.svg)
/// ```
public enum SiteImageMissing: Rule {
    public static let id: RuleID = "site/image-missing"
    public static let severity = Severity.error

    static func missing(_ target: String, at origin: PositionMap.Origin, suggestion: String?) -> Diagnostic {
        diagnostic(
            "the site has no file `\(target)`", at: origin,
            help: suggestion.map { "did you mean `\($0)`?" } ?? "name a file below the publication's folder")
    }
}
