import Diagnostics

/// An include directive that is not written as it must be.
///
/// ## Why
///
/// It would be printed as it is, and the reader would see the directive in the place of the example.
///
/// ## Example
///
/// ```
/// The configuration is {{include examples/loki-config.yaml}} for production.
/// ```
///
/// ## Instead
///
/// ```
/// The configuration for production:
///
/// {{include examples/loki-config.yaml#limits title="loki-config.yaml"}}
/// ```
///
/// A text that speaks of directives puts them in backticks.
public enum IncludeMalformed: Rule {
    public static let id: RuleID = "include/malformed"
    public static let severity = Severity.error

    static func finding(_ fault: IncludeDirective.Fault, at origin: PositionMap.Origin) -> Diagnostic {
        switch fault {
        case .notAlone:
            diagnostic(
                "an include directive must stand alone on its line", at: origin,
                help: "put it on a line of its own, or in backticks if the text speaks of it")
        case .unclosed:
            diagnostic("the include directive has no closing `}}` on its line", at: origin, help: "close it with `}}`")
        case .noPath:
            diagnostic("the include directive names no file", at: origin, help: "write `{{include PATH}}`")
        case .noRegion:
            diagnostic(
                "the include directive has a `#` and names no region", at: origin,
                help: "write `{{include PATH#REGION}}`, or leave the `#` out for the whole file")
        }
    }

    static func attributesOfMarkdown(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "an included Markdown file takes no attributes", at: origin,
            help: "remove them; attributes are for files that become code blocks")
    }
}
