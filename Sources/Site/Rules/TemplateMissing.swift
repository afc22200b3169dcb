import Diagnostics

/// A theme without one of the templates that pages are made with.
///
/// ## Why
///
/// Each kind of page has a template of its own; without it there is no way to make the page.
///
/// ## Example
///
/// A folder `theme/templates` with `landing.mustache` alone.
///
/// ## Instead
///
/// Keep `page`, `guide`, `landing`, `not-found` and `redirect` in the theme. To change a single one, put it into the
/// folder that `overrides:` names, and leave the theme as it is.
public enum TemplateMissing: Rule {
    public static let id: RuleID = "template/missing"
    public static let severity = Severity.error

    static func missing(_ name: String, in folder: String, at span: Span) -> Diagnostic {
        diagnostic(
            "the theme has no template `\(name)`", at: span, help: "add `\(folder)/templates/\(name).mustache`")
    }
}
