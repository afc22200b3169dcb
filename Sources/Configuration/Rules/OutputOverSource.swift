import Diagnostics

/// An output that would overwrite, or mix with, what was written by hand.
///
/// ## Why
///
/// What a build no longer makes is removed from the output folder. If sources lie in that folder, they would be removed;
/// if the output lies among the sources, it would be taken for sources at the next build.
///
/// ## Example
///
/// ```yaml
/// output: content
/// publications:
///   - source: content/guide
/// ```
///
/// ## Instead
///
/// ```yaml
/// output: site
/// publications:
///   - source: content/guide
/// ```
public enum OutputOverSource: Rule {
    public static let id: RuleID = "configuration/output-over-source"
    public static let severity = Severity.error

    static func finding(
        _ output: String, _ source: String, at origin: PositionMap.Origin, source span: Span
    ) -> Diagnostic {
        let shown = output.isEmpty ? "the project's folder" : "`\(output)`"
        return diagnostic(
            "the output folder, \(shown), would replace `\(source)`", at: origin, related: [.init(span, "the source")],
            help: "give the output a folder of its own, such as `site`")
    }

    static func inside(
        _ output: String, _ source: String, at origin: PositionMap.Origin, source span: Span
    ) -> Diagnostic {
        diagnostic(
            "the output `\(output)` lies among the sources in `\(source)`", at: origin,
            related: [.init(span, "the source")], help: "write it to another folder")
    }
}
