import Diagnostics

/// Python that fails when it is run.
///
/// ## Why
///
/// Snippets are run in a sandbox. An exception that nothing catches ends the reader's program at the same line.
///
/// ## Example
///
/// ```python
/// rates = {}
/// print(rates["error"])
/// ```
///
/// ## Instead
///
/// ```python
/// rates = {}
/// print(rates.get("error", 0))
/// ```
public enum PythonFails: Rule {
    public static let id: RuleID = "python/fails"
    public static let severity = Severity.error

    static func found(_ message: String, errors: [String] = [], at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "this fails: \(message)", at: origin,
            notes: errors.isEmpty ? [] : ["it printed: " + errors.joined(separator: "\n")])
    }
}
