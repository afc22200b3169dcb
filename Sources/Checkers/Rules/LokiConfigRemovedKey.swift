import Diagnostics

/// A setting that Loki no longer has.
///
/// ## Why
///
/// Loki does not start with it.
///
/// ## Example
///
/// ```yaml
/// compactor:
///   shared_store: s3
/// ```
///
/// ## Instead
///
/// ```yaml
/// compactor:
///   delete_request_store: s3
/// ```
public enum LokiConfigRemovedKey: Rule {
    public static let id: RuleID = "loki-config/removed-key"
    public static let severity = Severity.error

    static func found(
        _ key: String, in release: String, replacement: String, at origin: PositionMap.Origin
    ) -> Diagnostic {
        diagnostic(
            "`\(key)` was removed in Loki \(release)", at: origin,
            help: replacement.isEmpty ? "take it out; nothing takes its place" : "write `\(replacement)`")
    }
}
