import Diagnostics

/// A region that begins and never ends.
///
/// ## Why
///
/// Where it ends can't be guessed.
///
/// ## Example
///
/// ```yaml
/// # region: limits
/// limits_config:
///   retention_period: 30d
/// ```
///
/// ## Instead
///
/// ```yaml
/// # region: limits
/// limits_config:
///   retention_period: 30d
/// # endregion: limits
/// ```
public enum IncludeRegionUnclosed: Rule {
    public static let id: RuleID = "include/region-unclosed"
    public static let severity = Severity.error

    static func finding(_ name: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the region `\(name)` begins here and has no end", at: origin,
            help: "add a comment line `endregion: \(name)` after its last line")
    }
}
