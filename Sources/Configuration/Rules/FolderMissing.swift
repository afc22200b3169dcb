import Diagnostics

/// A folder that a setting names and that does not exist.
///
/// ## Why
///
/// Without it there is nothing to build from.
///
/// ## Example
///
/// ```yaml
/// publications:
///   - source: contents/guide
/// ```
///
/// ## Instead
///
/// ```yaml
/// publications:
///   - source: content/guide
/// ```
public enum FolderMissing: Rule {
    public static let id: RuleID = "configuration/folder-missing"
    public static let severity = Severity.error

    static func finding(
        _ path: String, what: String, among siblings: [String], at origin: PositionMap.Origin
    ) -> Diagnostic {
        let near = Spelling.nearest(to: path, among: siblings)
        return diagnostic(
            "there is no folder `\(path)`, named as \(what)", at: origin,
            help: near.map { "did you mean `\($0)`?" } ?? "make the folder, or correct the path")
    }
}
