import Diagnostics

/// An image without a fixed version.
///
/// ## Why
///
/// `latest`, or no tag at all, is another program each time that it is pulled. Nobody knows what runs, and nobody can go back.
///
/// ## Example
///
/// ```yaml
/// image: grafana/loki:latest
/// ```
///
/// ## Instead
///
/// ```yaml
/// image: grafana/loki:3.7.6
/// ```
public enum SecurityMutableImageTag: Rule {
    public static let id: RuleID = "security/mutable-image-tag"
    public static let severity = Severity.error

    public static func found(_ image: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the image `\(image)` has no fixed version", at: origin, help: "name a version: `grafana/loki:3.7.6`")
    }
}
