import Diagnostics

/// What shellcheck warns of.
///
/// ## Why
///
/// ShellCheck knows the mistakes that bash accepts: an unquoted variable that falls into several words, a test that is
/// always true, a pipe into a loop whose variables are lost. Each finding has a code with a page of its own, named in the
/// note. What shellcheck holds for style or information is told and does not fail.
///
/// ## Example
///
/// ```bash
/// for file in $(ls *.log); do
///   rm $file
/// done
/// ```
///
/// ## Instead
///
/// ```bash
/// for file in *.log; do
///   rm "$file"
/// done
/// ```
///
/// Where shellcheck is wrong, say so in the script: `# shellcheck disable=SC2086`, on the line before.
public enum ShellShellcheck: Rule {
    public static let id: RuleID = "shell/shellcheck"
    public static let severity = Severity.warning

    /// - Parameter code: the number behind `SC`.
    static func found(_ message: String, code: Int, level: String, at origin: PositionMap.Origin) -> Diagnostic {
        var text = message.split(separator: "\n").joined(separator: " ")
        if text.hasSuffix(".") { text.removeLast() }
        var finding = diagnostic(
            "SC\(code): \(text)", at: origin, notes: ["https://www.shellcheck.net/wiki/SC\(code)"])
        switch level {
        case "error": finding.severity = .error
        case "warning": finding.severity = .warning
        default: finding.severity = .note
        }
        return finding
    }
}
