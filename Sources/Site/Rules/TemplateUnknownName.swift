import Diagnostics

/// A name in a template that pages do not have.
///
/// ## Why
///
/// A template renders an unknown name as nothing. A slip of the pen would leave a gap in each page of the site, and
/// nobody would be told.
///
/// ## Example
///
/// ```html
/// <title>{{page.titel}}</title>
/// ```
///
/// ## Instead
///
/// Use a name that pages have; the finding names the nearest ones.
///
/// ```html
/// <title>{{page.title}}</title>
/// ```
public enum TemplateUnknownName: Rule {
    public static let id: RuleID = "template/unknown-name"
    public static let severity = Severity.error

    static func unknown(at span: Span, known: [String]) -> Diagnostic {
        let suggestion = Spelling.nearest(to: span.text, among: known)
        return diagnostic(
            "pages have nothing named `\(span.text)`", at: span,
            help: suggestion.map { "did you mean `\($0)`?" }
                ?? "names that may stand here: \(known.joined(separator: ", "))")
    }
}
