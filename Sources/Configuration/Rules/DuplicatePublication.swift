import Diagnostics

/// Two publications with one id, or with one folder in the site.
///
/// ## Why
///
/// The pages of one would overwrite those of the other.
///
/// ## Example
///
/// ```yaml
/// publications:
///   - id: guide
///   - id: guide
/// ```
///
/// ## Instead
///
/// ```yaml
/// publications:
///   - id: guide
///   - id: reference
/// ```
public enum DuplicatePublication: Rule {
    public static let id: RuleID = "configuration/duplicate-publication"
    public static let severity = Severity.error

    static func sameID(_ id: String, at origin: PositionMap.Origin, first: Span) -> Diagnostic {
        diagnostic(
            "two publications have the id `\(id)`", at: origin, related: [.init(first, "the first")],
            help: "give each an id of its own")
    }

    static func samePath(_ path: String, at origin: PositionMap.Origin, first: Span) -> Diagnostic {
        let shown = path.isEmpty ? "the root of the site" : "the folder `\(path)` of the site"
        return diagnostic(
            "two publications would be written to \(shown)", at: origin, related: [.init(first, "the first")],
            help: "give each a `path` of its own")
    }
}
