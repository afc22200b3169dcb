import Diagnostics

/// A fragment without any text.
///
/// ## Why
///
/// A page with nothing on it is a mistake, or not ready to be published.
///
/// ## Example
///
/// A file of zero bytes, or with front matter only.
///
/// ## Instead
///
/// Write the page, or take it out of the navigation.
public enum FragmentEmpty: Rule {
    public static let id: RuleID = "fragment/empty"
    public static let severity = Severity.error

    static func finding(at span: Span) -> Diagnostic {
        diagnostic("the fragment is empty", at: span, help: help)
    }

    static func onlyFrontMatter(at span: Span) -> Diagnostic {
        diagnostic("the fragment has front matter and no text", at: span, help: help)
    }

    private static let help = "write the page, or take it out of the navigation"
}
