import Diagnostics

/// A command that prints something else than the console session shows.
///
/// ## Why
///
/// In a block `console` the lines without a prompt are what the commands before them print. They are held against what is
/// really printed; `...` stands for any lines, `[..]` for anything in a line.
///
/// ## Example
///
/// ```console
/// $ echo hello
/// hallo
/// ```
///
/// ## Instead
///
/// ```console
/// $ echo hello
/// hello
/// ```
public enum ShellOutputDiffers: Rule {
    public static let id: RuleID = "shell/output-differs"
    public static let severity = Severity.error

    static func found(printed: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("the command prints something else here", at: origin, notes: ["printed: `\(printed)`"])
    }

    static func more(_ lines: [String], at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the command prints more than is shown", at: origin,
            notes: lines.prefix(5).map { "printed: `\($0)`" })
    }
}
