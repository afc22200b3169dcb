import Diagnostics

/// A container without a limit of memory.
///
/// ## Why
///
/// One large query may take the memory of the whole node, and the kernel then ends other pods.
///
/// ## Example
///
/// ```yaml
/// containers:
///   - name: loki
///     image: grafana/loki:3.7.6
/// ```
///
/// ## Instead
///
/// ```yaml
/// containers:
///   - name: loki
///     image: grafana/loki:3.7.6
///     resources:
///       limits: {memory: 8Gi}
/// ```
public enum KubernetesNoLimits: Rule {
    public static let id: RuleID = "kubernetes/no-limits"
    public static let severity = Severity.warning

    static func found(_ container: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the container `\(container)` has no limit of memory", at: origin, help: "add `resources.limits.memory`")
    }
}
