import Diagnostics

/// A configuration of Promtail, which is no longer maintained.
///
/// ## Why
///
/// Promtail reached its end of life on 2 March 2026: faults of its security are not mended any more.
///
/// ## Example
///
/// ```yaml
/// clients:
///   - url: http://loki:3100/loki/api/v1/push
/// ```
///
/// ## Instead
///
/// Alloy; `alloy convert --source-format=promtail` translates what there is.
///
/// ```alloy
/// loki.write "default" {
///   endpoint { url = "http://loki:3100/loki/api/v1/push" }
/// }
/// ```
public enum CollectorPromtailEnded: Rule {
    public static let id: RuleID = "collector/promtail-ended"
    public static let severity = Severity.warning

    static func found(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "this configures Promtail, which reached its end of life in March 2026", at: origin,
            help: "show the same for Alloy; `alloy convert --source-format=promtail` translates it")
    }
}
