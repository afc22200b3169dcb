import Diagnostics

/// An include of a folder.
///
/// ## Why
///
/// Only a file has a text to include.
///
/// ## Example
///
/// ```
/// {{include examples}}
/// ```
///
/// ## Instead
///
/// ```
/// {{include examples/loki-config.yaml}}
/// ```
public enum IncludeIsFolder: Rule {
    public static let id: RuleID = "include/is-a-directory"
    public static let severity = Severity.error

    static func finding(_ path: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("`\(path)` is a folder, expected a file", at: origin, help: "name one of its files")
    }
}
