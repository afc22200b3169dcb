import Diagnostics

/// A partial that the theme does not have, or that leads back to itself.
///
/// ## Why
///
/// A template renders a missing partial as nothing: the header of each page would be gone without a word.
///
/// ## Example
///
/// ```html
/// {{> heder}}
/// ```
///
/// ## Instead
///
/// Name a file of the folder `templates`, without its ending.
///
/// ```html
/// {{> header}}
/// ```
public enum TemplatePartialMissing: Rule {
    public static let id: RuleID = "template/partial-missing"
    public static let severity = Severity.error

    static func missing(at span: Span, known: [String]) -> Diagnostic {
        let suggestion = Spelling.nearest(to: span.text, among: known)
        return diagnostic(
            "the theme has no template `\(span.text)`", at: span,
            help: suggestion.map { "did you mean `\($0)`?" } ?? "add `templates/\(span.text).mustache`")
    }

    static func cycle(at span: Span, path: [String]) -> Diagnostic {
        diagnostic(
            "the template `\(span.text)` uses itself", at: span,
            notes: ["the way: \((path + [span.text]).joined(separator: " → "))"], help: "take out one of these partials"
        )
    }
}
