import Diagnostics

/// A configuration without a schema.
///
/// ## Why
///
/// Loki ends with a panic: it does not know how to store anything.
///
/// ## Example
///
/// ```yaml
/// auth_enabled: true
/// server:
///   http_listen_port: 3100
/// ```
///
/// ## Instead
///
/// ```yaml
/// auth_enabled: true
/// schema_config:
///   configs:
///     - from: 2024-01-01
///       store: tsdb
///       object_store: filesystem
///       schema: v13
///       index: {prefix: index_, period: 24h}
/// ```
public enum LokiConfigSchemaMissing: Rule {
    public static let id: RuleID = "loki-config/schema-missing"
    public static let severity = Severity.error

    static func found(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "there is no `schema_config.configs`, so Loki does not start", at: origin,
            help: "add a schema; a part of a configuration names the whole file with `in=`")
    }
}
