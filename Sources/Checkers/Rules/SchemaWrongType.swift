import Diagnostics

/// A value of another type than the kind of file has there.
///
/// ## Why
///
/// The program refuses the file.
///
/// ## Example
///
/// ```yaml
/// apiVersion: v1
/// kind: Pod
/// metadata: {name: loki}
/// spec:
///   terminationGracePeriodSeconds: "300"
///   containers: [{name: loki, image: "grafana/loki:3.7.6"}]
/// ```
///
/// ## Instead
///
/// ```yaml
/// apiVersion: v1
/// kind: Pod
/// metadata: {name: loki}
/// spec:
///   terminationGracePeriodSeconds: 300
///   containers: [{name: loki, image: "grafana/loki:3.7.6"}]
/// ```
public enum SchemaWrongType: Rule {
    public static let id: RuleID = "schema/wrong-type"
    public static let severity = Severity.error

    static func found(_ key: String, found: String, expected: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("`\(key)` is \(found), expected \(expected)", at: origin)
    }
}
