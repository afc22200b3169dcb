import Diagnostics

/// The file of evidence is not what Galley wrote.
///
/// ## Why
///
/// Pages show what the file says. One that was edited by hand, or broken by a merge, must not pass for a proof.
///
/// ## Example
///
/// ```json
/// [
/// {"id":"errors","level":"executed"}
/// ]
/// ```
///
/// ## Instead
///
/// Let Galley write it anew: `galley snippets record`.
public enum EvidenceMalformed: Rule {
    public static let id: RuleID = "evidence/malformed"
    public static let severity = Severity.error

    static func unreadable(_ path: String, _ failure: ProjectFiles.Failure, at span: Span) -> Diagnostic {
        diagnostic("`\(path)` can't be read: \(failure.reason)", at: span, help: "name a file of the project")
    }

    static func found(_ problem: String, at span: Span) -> Diagnostic {
        diagnostic("the evidence can't be read: \(problem)", at: span, help: "write it anew: `galley snippets record`")
    }
}
