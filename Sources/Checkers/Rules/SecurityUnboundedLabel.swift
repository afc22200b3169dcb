import Diagnostics

/// A label with a value for nearly each line, made by a collector.
///
/// ## Why
///
/// Each value of a label is a stream of its own in Loki. Ids in labels make millions of streams, which Loki refuses or is slow with.
///
/// ## Example
///
/// ```alloy
/// stage.labels {
///   values = {level = "", request_id = ""}
/// }
/// ```
///
/// ## Instead
///
/// Keep what has many values in structured metadata:
///
/// ```alloy
/// stage.labels {
///   values = {level = ""}
/// }
///
/// stage.structured_metadata {
///   values = {request_id = ""}
/// }
/// ```
public enum SecurityUnboundedLabel: Rule {
    public static let id: RuleID = "security/unbounded-label"
    public static let severity = Severity.error

    public static func finding(_ label: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the label `\(label)` has a value for nearly each line, and each value is a stream", at: origin,
            help: "keep it in structured metadata")
    }
}
