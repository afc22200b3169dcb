import Diagnostics

/// A file in the place of an output that Galley did not make.
///
/// ## Why
///
/// A build must not overwrite what somebody wrote by hand.
///
/// ## Example
///
/// `markdown: docs/guide.md`, where `docs/guide.md` was written by hand.
///
/// ## Instead
///
/// Move the file away, or set another path. Galley knows its own composed guides by the comment in their first line, and
/// the files of its site by the list `.galley` in the folder.
public enum OutputForeign: Rule {
    public static let id: RuleID = "output/foreign"
    public static let severity = Severity.error

    static func foreign(_ path: String, at span: Span) -> Diagnostic {
        diagnostic(
            "`\(path)` is there already, and was not made by galley", at: span,
            help: "move it away, or set another path")
    }
}
