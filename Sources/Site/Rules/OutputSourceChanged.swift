import Diagnostics

/// A fragment that somebody changed while the site was built.
///
/// ## Why
///
/// Pages that were made before the change and after it would not fit together, so nothing is written.
///
/// ## Example
///
/// An editor saves `content/quick-start.md` a moment after the build found it unchanged, and before the build read it.
///
/// ## Instead
///
/// Build again.
public enum OutputSourceChanged: Rule {
    public static let id: RuleID = "output/source-changed"
    public static let severity = Severity.error

    static func changed(_ path: String, at span: Span) -> Diagnostic {
        diagnostic("`\(path)` changed while the site was built, so nothing was written", at: span, help: "build again")
    }
}
