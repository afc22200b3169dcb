import Diagnostics

/// A template that can't be read: a section without an end, a tag that is cut off.
///
/// ## Why
///
/// No page can be made with a template that has no meaning, so the build stops before it writes anything.
///
/// ## Example
///
/// ```html
/// {{#navigation}}<a href="{{url}}">{{title}}</a>
/// ```
///
/// ## Instead
///
/// Close each section with its own name.
///
/// ```html
/// {{#navigation}}<a href="{{url}}">{{title}}</a>{{/navigation}}
/// ```
public enum TemplateSyntax: Rule {
    public static let id: RuleID = "template/syntax"
    public static let severity = Severity.error

    static func unreadable(_ reason: String, at span: Span) -> Diagnostic {
        diagnostic(
            "the template can't be read: \(reason)", at: span,
            help: "see https://mustache.github.io for the syntax of templates")
    }

    static func foreign(at span: Span) -> Diagnostic {
        diagnostic(
            "templates have no tags that change how templates are read", at: span,
            help: "write tags in two braces, `{{name}}`, and take this one out")
    }
}
