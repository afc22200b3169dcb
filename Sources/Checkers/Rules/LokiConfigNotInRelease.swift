import Diagnostics

/// A setting that only the development line of Loki has.
///
/// ## Why
///
/// The newest release does not start with it.
///
/// ## Example
///
/// ```yaml
/// no_auth_tenant: shop
/// ```
///
/// ## Instead
///
/// Leave it out until a release has it.
public enum LokiConfigNotInRelease: Rule {
    public static let id: RuleID = "loki-config/not-in-release"
    public static let severity = Severity.error

    static func found(_ key: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "Loki \(LokiSettingTable.version) has no setting `\(key)`: it is new in the development line", at: origin,
            help: "leave it out until a release has it")
    }
}
