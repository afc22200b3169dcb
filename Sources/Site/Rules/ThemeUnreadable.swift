import Diagnostics

/// A file of the theme that can't be read.
///
/// ## Why
///
/// A site without its style, or with an older one, is not the site that was asked for.
///
/// ## Example
///
/// A file `theme/assets/style.css` that belongs to another user, who lets nobody read it.
///
/// ## Instead
///
/// Make the file readable: `chmod u+r theme/assets/style.css`.
public enum ThemeUnreadable: Rule {
    public static let id: RuleID = "theme/unreadable"
    public static let severity = Severity.error

    static func unreadable(_ problem: FileProblem, at span: Span) -> Diagnostic {
        diagnostic(
            "can't read `\(problem.path)` of the theme: \(problem.reason)", at: span,
            help: "make the file readable, or take it out of the theme")
    }
}
