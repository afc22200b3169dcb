import Diagnostics

/// A fragment that is larger than the limit.
///
/// ## Why
///
/// No page that people read has 20 MB. Mostly data was pasted, or includes multiply each other; parsing it would take the
/// memory and the time of the whole build.
///
/// ## Example
///
/// A log file of 50 MB with the ending `.md`.
///
/// ## Instead
///
/// Show the part that matters, or raise the limit:
///
/// ```yaml
/// limits:
///   fragment: 60 MB
/// ```
public enum FragmentTooLarge: Rule {
    public static let id: RuleID = "fragment/too-large"
    public static let severity = Severity.error

    static func finding(size: Int, limit: Int, at span: Span, includedFrom: [Span]) -> Diagnostic {
        diagnostic(
            "the file has \(shown(size)), of at most \(shown(limit))", at: span, includedFrom: includedFrom, help: help)
    }

    static func withIncludes(limit: Int, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("with this include the fragment has more than \(shown(limit))", at: origin, help: help)
    }

    static func tooManyIncludes(limit: Int, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("this is more than the \(limit) includes that a fragment may have", at: origin, help: help)
    }

    private static let help = "show only the part that matters, or raise `limits: fragment:` in the configuration"

    private static func shown(_ size: Int) -> String {
        guard size >= 1_000_000 else { return "\(size) bytes" }
        let tenths = size / 100_000
        return tenths % 10 == 0 ? "\(tenths / 10) MB" : "\(tenths / 10).\(tenths % 10) MB"
    }
}
