import Diagnostics

/// A setting that Loki does not have.
///
/// ## Why
///
/// Loki 3.7 does not start with a key that it does not know. The development line after it ignores unknown keys below `limits_config`, so that a misspelled limit does not limit anything.
///
/// ## Example
///
/// ```yaml
/// limits_config:
///   ingestion_rate: 10
/// ```
///
/// ## Instead
///
/// ```yaml
/// limits_config:
///   ingestion_rate_mb: 10
/// ```
public enum LokiConfigUnknownKey: Rule {
    public static let id: RuleID = "loki-config/unknown-key"
    public static let severity = Severity.error

    /// - Parameters:
    ///   - parent: the key that it stands below; empty at the top.
    ///   - places: where a key of this name belongs.
    static func found(
        _ key: String, below parent: String, known: [String], places: [String], at origin: PositionMap.Origin
    ) -> Diagnostic {
        let near = Spelling.nearest(to: key, among: known)
        let list = places.prefix(3).map { "`\($0)`" }.joined(separator: ", ")
        let belongs = places.isEmpty ? nil : "it belongs to \(list)"
        return diagnostic(
            parent.isEmpty ? "Loki has no setting `\(key)`" : "`\(parent)` has no setting `\(key)`", at: origin,
            help: near.map { "did you mean `\($0)`?" } ?? belongs,
            fix: near.map { .init(title: "replace with `\($0)`", edits: [.init(origin.span, $0)], isSafe: false) })
    }
}
