import Diagnostics

/// Python that can't be compiled.
///
/// ## Why
///
/// Python refuses a file as a whole: not one line of it is run.
///
/// ## Example
///
/// ```python
/// log.info("ready"
/// ```
///
/// ## Instead
///
/// ```python
/// log.info("ready")
/// ```
public enum PythonSyntax: Rule {
    public static let id: RuleID = "python/syntax"
    public static let severity = Severity.error

    static func found(_ message: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("Python can't compile this: \(message)", at: origin)
    }
}
