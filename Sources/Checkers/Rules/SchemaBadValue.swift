import Diagnostics

/// A value that the kind of file can't have there.
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
///   restartPolicy: always
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
///   restartPolicy: Always
///   containers: [{name: loki, image: "grafana/loki:3.7.6"}]
/// ```
public enum SchemaBadValue: Rule {
    public static let id: RuleID = "schema/bad-value"
    public static let severity = Severity.error

    static func found(_ key: String, _ value: String, expected: [String], at origin: PositionMap.Origin) -> Diagnostic {
        let near = Spelling.nearest(to: value, among: expected)
        let list = expected.prefix(12).map { "`\($0)`" }.joined(separator: ", ")
        return diagnostic(
            "`\(key)` can't be `\(value)`, expected one of \(list)", at: origin,
            help: near.map { "did you mean `\($0)`?" })
    }
}
