import Diagnostics

/// Retention without a place for requests to delete.
///
/// ## Why
///
/// With `retention_enabled: true` Loki does not start unless `delete_request_store` names an object store.
///
/// ## Example
///
/// ```yaml
/// compactor:
///   retention_enabled: true
/// ```
///
/// ## Instead
///
/// ```yaml
/// compactor:
///   retention_enabled: true
///   delete_request_store: filesystem
/// ```
public enum LokiConfigRetentionWithoutStore: Rule {
    public static let id: RuleID = "loki-config/retention-without-store"
    public static let severity = Severity.error

    static func found(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "retention is enabled, and `compactor.delete_request_store` names no store", at: origin,
            help:
                "name the object store of the schema: `delete_request_store: s3`; or the file that this is a part of, by `in=`"
        )
    }
}
