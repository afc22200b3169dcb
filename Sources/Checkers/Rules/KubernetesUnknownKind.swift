import Diagnostics

/// An object that Kubernetes does not know, or that says no kind.
///
/// ## Why
///
/// `kubectl apply` refuses it. A part of an object can't be checked, so examples show whole ones.
///
/// ## Example
///
/// ```yaml
/// apiVersion: apps/v1
/// kind: Statefulset
/// metadata: {name: loki}
/// ```
///
/// ## Instead
///
/// ```yaml
/// apiVersion: apps/v1
/// kind: StatefulSet
/// metadata: {name: loki}
/// ```
public enum KubernetesUnknownKind: Rule {
    public static let id: RuleID = "kubernetes/unknown-kind"
    public static let severity = Severity.error

    static func missing(_ key: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the object has no `\(key)`", at: origin, help: "show the whole object, with `apiVersion` and `kind`")
    }

    static func found(_ kind: String, in version: String, near: String?, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "Kubernetes knows no `\(kind)` in `\(version)`", at: origin, help: near.map { "did you mean `\($0)`?" })
    }
}
