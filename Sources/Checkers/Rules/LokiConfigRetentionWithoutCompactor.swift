import Diagnostics

/// A time of retention that nobody enforces.
///
/// ## Why
///
/// `retention_period` and `retention_stream` have no effect unless the compactor has `retention_enabled: true`. Loki says nothing, and keeps everything for ever.
///
/// ## Example
///
/// ```yaml
/// limits_config:
///   retention_period: 720h
/// ```
///
/// ## Instead
///
/// ```yaml
/// limits_config:
///   retention_period: 720h
/// compactor:
///   retention_enabled: true
///   delete_request_store: filesystem
/// ```
public enum LokiConfigRetentionWithoutCompactor: Rule {
    public static let id: RuleID = "loki-config/retention-without-compactor"
    public static let severity = Severity.error

    static func found(_ key: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "`\(key)` has no effect: `compactor.retention_enabled` is not `true`", at: origin,
            help: "set `compactor.retention_enabled: true` and `compactor.delete_request_store`")
    }
}
