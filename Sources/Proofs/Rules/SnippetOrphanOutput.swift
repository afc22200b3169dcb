import Diagnostics

/// A block `output` that does not stand right behind a snippet.
///
/// ## Why
///
/// An `output` block is what the snippet before it prints. Alone it says nothing that could be held against a run.
///
/// ## Example
///
/// ````markdown
/// ```bash
/// echo hello
/// ```
///
/// It prints:
///
/// ```output
/// hello
/// ```
/// ````
///
/// ## Instead
///
/// Put the block right behind its snippet, with no text between them. Text that no snippet prints is a block `text`.
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
public enum SnippetOrphanOutput: Rule {
    public static let id: RuleID = "snippet/orphan-output"
    public static let severity = Severity.error

    static func found(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "this output belongs to no snippet", at: origin,
            help: "put it right behind the snippet that prints it, or make it a block `text`")
    }
}
