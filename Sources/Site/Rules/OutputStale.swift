import Diagnostics

/// A committed output that is not what the build makes (`galley build --check`).
///
/// ## Why
///
/// Readers of the repository would read another text than the sources give.
///
/// ## Example
///
/// A fragment that was edited and committed without a build.
///
/// ## Instead
///
/// Run `galley build` and commit what it writes.
public enum OutputStale: Rule {
    public static let id: RuleID = "output/stale"
    public static let severity = Severity.error

    static func stale(_ path: String, _ kind: OutputFolder.Difference.Kind, at span: Span) -> Diagnostic {
        let what =
            switch kind {
            case .missing: "`\(path)` is missing"
            case .changed: "`\(path)` is not what the build makes"
            case .stale: "`\(path)` is no longer made"
            }
        return diagnostic(what, at: span, help: "run `galley build` and commit what it writes")
    }
}
