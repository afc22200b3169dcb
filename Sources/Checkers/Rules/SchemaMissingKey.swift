import Diagnostics

/// A key that the kind of file must have.
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
///   containers: [{image: "grafana/loki:3.7.6"}]
/// ```
///
/// ## Instead
///
/// ```yaml
/// apiVersion: v1
/// kind: Pod
/// metadata: {name: loki}
/// spec:
///   containers: [{name: loki, image: "grafana/loki:3.7.6"}]
/// ```
public enum SchemaMissingKey: Rule {
    public static let id: RuleID = "schema/missing-key"
    public static let severity = Severity.error

    static func found(_ key: String, of owner: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("\(owner) has no `\(key)`", at: origin, help: "add `\(key)`")
    }
}
