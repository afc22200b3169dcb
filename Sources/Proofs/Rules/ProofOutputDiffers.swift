import Diagnostics

/// A snippet that prints something else than the `output` block behind it says.
///
/// ## Why
///
/// Readers compare what they see with what the page shows.
///
/// ## Example
///
/// ````markdown
/// ```bash
/// echo hello
/// ```
///
/// ```output
/// Hello
/// ```
/// ````
///
/// ## Instead
///
/// Mend the snippet or the block; `galley snippets update ID` rewrites the block. `...` alone on a line stands for any
/// lines, `[..]` for anything in a line, `[NAME]` for one word that changes from run to run.
///
/// ````markdown
/// ```bash
/// echo hello
/// ```
///
/// ```output
/// hello
/// ```
/// ````
public enum ProofOutputDiffers: Rule {
    public static let id: RuleID = "proof/output-differs"
    public static let severity = Severity.error

    /// - Parameters:
    ///   - line: what the first line that differs is printed as; nil where nothing more is printed.
    ///   - origin: the line of the block that is not met.
    static func found(printed line: String?, at origin: PositionMap.Origin, snippet: Span) -> Diagnostic {
        let shown = line.map { $0.count > 120 ? String($0.prefix(120)) + "…" : $0 }
        return diagnostic(
            shown.map { "the snippet prints `\($0)` here" } ?? "the snippet prints nothing more here", at: origin,
            related: [.init(snippet, "the snippet")],
            help: "`galley snippets update` rewrites the block after showing the difference")
    }

    /// - Parameter lines: what is printed besides.
    static func more(_ lines: [String], at origin: PositionMap.Origin, snippet: Span) -> Diagnostic {
        let shown = lines.prefix(5).map { $0.count > 120 ? String($0.prefix(120)) + "…" : $0 }
        return diagnostic(
            "the snippet prints more than this: \(lines.count) line\(lines.count == 1 ? "" : "s") more", at: origin,
            related: [.init(snippet, "the snippet")], notes: ["it goes on: " + shown.joined(separator: "\n")],
            help: "`galley snippets update` rewrites the block after showing the difference")
    }
}
