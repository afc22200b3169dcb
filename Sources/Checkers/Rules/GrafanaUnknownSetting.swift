import Diagnostics

/// A setting or section that Grafana does not have, and that is like one that it has.
///
/// ## Why
///
/// Grafana ignores what it does not know, without a word. The setting that was meant keeps its default.
///
/// ## Example
///
/// ```ini
/// [security]
/// cookie_secured = true
/// ```
///
/// ## Instead
///
/// ```ini
/// [security]
/// cookie_secure = true
/// ```
public enum GrafanaUnknownSetting: Rule {
    public static let id: RuleID = "grafana/unknown-setting"
    public static let severity = Severity.error

    static func section(_ name: String, near: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("Grafana has no section `[\(name)]`", at: origin, help: "did you mean `[\(near)]`?")
    }

    static func setting(_ name: String, in section: String, near: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("the section `[\(section)]` has no setting `\(name)`", at: origin, help: "did you mean `\(near)`?")
    }

    static func elsewhere(
        _ name: String, in section: String, owner: String, at origin: PositionMap.Origin
    ) -> Diagnostic {
        diagnostic(
            "the section `[\(section)]` has no setting `\(name)`", at: origin, help: "it belongs into `[\(owner)]`")
    }
}
