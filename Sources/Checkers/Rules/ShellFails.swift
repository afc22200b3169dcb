import Diagnostics

/// A command that fails when it is run.
///
/// ## Why
///
/// Snippets are run in a sandbox as a reader would paste them. A command that ends with another code than 0 does not do on
/// this machine what the page promises.
///
/// ## Example
///
/// ```bash
/// grep '^loki_build_info' metrics.txt
/// ```
///
/// ## Instead
///
/// Show what the command needs, or make the expected failure part of the example.
///
/// ```bash
/// curl -sS http://loki:3100/metrics > metrics.txt
/// grep '^loki_build_info' metrics.txt
/// ```
public enum ShellFails: Rule {
    public static let id: RuleID = "shell/fails"
    public static let severity = Severity.error

    /// - Parameter errors: what the script wrote to standard error last.
    static func found(code: Int, errors: [String], at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "this fails with exit code \(code)", at: origin,
            notes: errors.isEmpty ? [] : ["it printed: " + errors.joined(separator: "\n")])
    }

    /// - Parameter how: how the run ended, as in `did not end in its time`.
    static func ended(_ how: String, errors: [String], at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the script \(how)", at: origin,
            notes: errors.isEmpty ? [] : ["it printed: " + errors.joined(separator: "\n")])
    }
}
