import Diagnostics

/// A selector that does not match the labels of the pods below it.
///
/// ## Why
///
/// The API server refuses the object.
///
/// ## Example
///
/// ```yaml
/// selector: {matchLabels: {app: loki}}
/// template: {metadata: {labels: {name: loki}}}
/// ```
///
/// ## Instead
///
/// ```yaml
/// selector: {matchLabels: {app: loki}}
/// template: {metadata: {labels: {app: loki}}}
/// ```
public enum KubernetesSelectorMismatch: Rule {
    public static let id: RuleID = "kubernetes/selector-mismatch"
    public static let severity = Severity.error

    static func found(_ label: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic("the template's pods have no label `\(label)`, which the selector asks for", at: origin)
    }
}
