import Diagnostics

/// A finding of a checker that the project configured.
///
/// ## Why
///
/// `checkers` in `galley.yml` names programs that know rules which Galley does not. What they find counts as any other
/// finding.
///
/// ## Example
///
/// ```yaml
/// checkers:
///   - name: no-tabs
///     takes: [text]
///     command: [grep, --line-number, "\t", "{file}"]
///     findings: '^(?<line>\d+):(?<message>.*)'
/// ```
///
/// ## Instead
///
/// Mend the example as the program asks; its own documentation says why.
public enum ExternalFinding: Rule {
    public static let id: RuleID = "external/finding"
    public static let severity = Severity.error

    static func found(_ message: String, checker: String, at origin: PositionMap.Origin) -> Diagnostic {
        let text = message.trimmingPrefix { $0.isWhitespace }
        return diagnostic("\(checker): \(text)", at: origin)
    }
}
