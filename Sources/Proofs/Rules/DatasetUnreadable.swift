import Diagnostics

/// A dataset of the configuration that can't be read, or whose `now` is no time.
///
/// ## Why
///
/// Queries that run on it would find nothing, which proves nothing.
///
/// ## Example
///
/// ```yaml
/// datasets:
///   shop:
///     files: [data/shop.json]
///     now: yesterday
/// ```
///
/// ## Instead
///
/// Name files of JSON lines in the project, and a moment in RFC 3339.
///
/// ```yaml
/// datasets:
///   shop:
///     files: [data/shop.jsonl]
///     now: 2027-01-15T12:00:00Z
/// ```
public enum DatasetUnreadable: Rule {
    public static let id: RuleID = "dataset/unreadable"
    public static let severity = Severity.error

    static func found(_ path: String, _ failure: ProjectFiles.Failure, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the dataset's file `\(path)` can't be read: \(failure.reason)", at: origin,
            help: "name a file of JSON lines, relative to `galley.yml`")
    }

    static func time(_ text: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "`\(text)` is no time, expected RFC 3339", at: origin, help: "write a moment such as `2027-01-15T12:00:00Z`"
        )
    }
}
