import Diagnostics

/// An image whose name leads to another version tomorrow.
///
/// ## Why
///
/// `latest`, or no tag at all, is whatever was pushed last. The page was proven with one version, and the reader gets
/// another.
///
/// ## Example
///
/// ```bash
/// docker run grafana/loki:latest
/// ```
///
/// ## Instead
///
/// ```bash
/// docker run grafana/loki:3.7.2
/// ```
public enum SecurityMutableImageTag: Rule {
    public static let id: RuleID = "security/mutable-image-tag"
    public static let severity = Severity.error

    public static func finding(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("the image has no fixed version", at: origin, help: "name a version, as in `grafana/loki:3.7.2`")
    }
}
