import Diagnostics

/// Structured metadata with a schema or an index that can't hold it.
///
/// ## Why
///
/// `allow_structured_metadata` is `true` unless it is set. Loki does not start with it unless the newest schema is v13 or later and its store is `tsdb`.
///
/// ## Example
///
/// ```yaml
/// schema_config:
///   configs:
///     - from: 2024-01-01
///       store: tsdb
///       object_store: filesystem
///       schema: v12
///       index: {prefix: index_, period: 24h}
/// ```
///
/// ## Instead
///
/// ```yaml
/// schema_config:
///   configs:
///     - from: 2024-01-01
///       store: tsdb
///       object_store: filesystem
///       schema: v13
///       index: {prefix: index_, period: 24h}
/// ```
public enum LokiConfigStructuredMetadata: Rule {
    public static let id: RuleID = "loki-config/structured-metadata"
    public static let severity = Severity.error

    static func found(_ what: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "structured metadata needs \(what)", at: origin,
            help: "change the schema from a day to come, or set `limits_config.allow_structured_metadata: false`")
    }
}
