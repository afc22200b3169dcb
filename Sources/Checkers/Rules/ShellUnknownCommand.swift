import Diagnostics

/// A command that nobody knows.
///
/// ## Why
///
/// A misspelled command, or a sentence in a block of commands, fails when a reader pastes it. Known are the commands of
/// bash, POSIX, coreutils and of usual tools for servers, what is installed on this machine, what the project declares, and
/// functions of the script itself.
///
/// ## Example
///
/// ```bash
/// logcil query '{app="shop"}'
/// ```
///
/// ## Instead
///
/// ```bash
/// logcli query '{app="shop"}'
/// ```
///
/// What is no command belongs into a comment or a block `text`. Declare commands of your own in `galley.yml`.
public enum ShellUnknownCommand: Rule {
    public static let id: RuleID = "shell/unknown-command"
    public static let severity = Severity.error

    static func found(_ name: String, near: String?, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "there is no command `\(name)`", at: origin,
            help: near.map { "did you mean `\($0)`?" }
                ?? "declare it in `galley.yml`; what is no command belongs into a comment or a block `text`",
            fix: near.map { .init(title: "replace with `\($0)`", edits: [.init(origin.span, $0)], isSafe: false) })
    }
}
