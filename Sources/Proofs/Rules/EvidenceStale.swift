import Diagnostics

/// What was proven is not what the file of evidence says.
///
/// ## Why
///
/// Pages show the evidence of that file. An example that was changed, or that is proven less far than before, would
/// be shown with the badge of another.
///
/// ## Example
///
/// A query is edited, and the site is built without proving it again.
///
/// ## Instead
///
/// Look at what changed, then write the evidence anew and commit it with the page:
///
/// ```bash
/// galley snippets record
/// ```
public enum EvidenceStale: Rule {
    public static let id: RuleID = "evidence/stale"
    public static let severity = Severity.error

    static func missing(_ id: String, file: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "`\(file)` has no evidence of `\(id)` as it is written now", at: origin,
            help: "write it: `galley snippets record`")
    }

    static func differs(_ id: String, recorded: String, now: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "`\(id)` is recorded as \(recorded), and is \(now)", at: origin,
            help: "where that is right, record it: `galley snippets record`")
    }

    static func gone(_ ids: [String], at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the evidence speaks of \(ids.count) example\(ids.count == 1 ? "" : "s") that \(ids.count == 1 ? "is" : "are") gone: \(ids.prefix(5).joined(separator: ", "))",
            at: origin, help: "write it anew: `galley snippets record`")
    }
}
