import Diagnostics

/// A shell script that bash refuses to read.
///
/// ## Why
///
/// Bash reads `bash -n` without running anything. What it refuses there fails on the reader's machine, too, often after
/// the first half of it was run.
///
/// ## Example
///
/// ```bash
/// if curl -sS http://loki:3100/ready then
///   echo ready
/// fi
/// ```
///
/// ## Instead
///
/// ```bash
/// if curl -sS http://loki:3100/ready; then
///   echo ready
/// fi
/// ```
public enum ShellSyntax: Rule {
    public static let id: RuleID = "shell/syntax"
    public static let severity = Severity.error

    static func found(_ message: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("bash can't read this: \(message)", at: origin)
    }

    static func noCommand(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "no line of this block is a command", at: origin,
            help: "begin each command with `$ `, or with `# ` where all of them are root's")
    }
}
