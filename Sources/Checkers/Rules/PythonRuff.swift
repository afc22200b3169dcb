import Diagnostics

/// What ruff finds in Python that compiles.
///
/// ## Why
///
/// A name that is defined nowhere fails only when its line is run. Ruff finds such names, formats with too few values, and
/// the like (its rules E9 and F). Imports and variables that nobody uses are told and do not fail: a page may show an
/// import for its own sake.
///
/// ## Example
///
/// ```python
/// logs = loki.query("up")
/// ```
///
/// ## Instead
///
/// ```python
/// import loki
///
/// logs = loki.query("up")
/// ```
///
/// Where ruff is wrong, say so in the line: `# noqa: F821`.
public enum PythonRuff: Rule {
    public static let id: RuleID = "python/ruff"
    public static let severity = Severity.error

    /// Rules that say that something is not used, or defined once more.
    private static let mild: Set<String> = ["F401", "F811", "F841", "F842"]

    static func found(_ message: String, code: String, url: String?, at origin: PositionMap.Origin) -> Diagnostic {
        var finding = diagnostic("\(code): \(message)", at: origin, notes: url.map { [$0] } ?? [])
        if mild.contains(code) { finding.severity = .note }
        return finding
    }
}
