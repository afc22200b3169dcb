import Diagnostics

/// A stage of Alloy or Promtail that replaces text, with an expression that has no capture group.
///
/// ## Why
///
/// The stage replaces what capture groups match. Without a group it changes nothing, and secrets that it should hide are sent.
///
/// ## Example
///
/// ```alloy
/// stage.replace {
///   expression = `password=\S+`
///   replace    = "***"
/// }
/// ```
///
/// ## Instead
///
/// ```alloy
/// stage.replace {
///   expression = `password=(\S+)`
///   replace    = "***"
/// }
/// ```
public enum CollectorReplaceWithoutGroup: Rule {
    public static let id: RuleID = "collector/replace-without-group"
    public static let severity = Severity.warning

    static func found(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the expression has no capture group, so the stage replaces nothing", at: origin,
            help: "put brackets round the part that is to be replaced")
    }
}
