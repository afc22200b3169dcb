import Diagnostics

/// An include of a file that can't be read.
///
/// ## Why
///
/// Its text would be missing from the page.
///
/// ## Example
///
/// A file without read permission, or a named pipe.
///
/// ## Instead
///
/// Give permission to read it: `chmod u+r examples/loki-config.yaml`.
public enum IncludeNotReadable: Rule {
    public static let id: RuleID = "include/not-readable"
    public static let severity = Severity.error

    static func finding(_ path: String, reason: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("`\(path)` can't be read: \(reason)", at: origin, help: "make it a regular file that may be read")
    }
}
