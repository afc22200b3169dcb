import Diagnostics

/// A pod that runs as root, or may.
///
/// ## Why
///
/// A fault of the program is then one of the node.
///
/// ## Example
///
/// ```yaml
/// spec:
///   containers: [{name: loki, image: "grafana/loki:3.7.6"}]
/// ```
///
/// ## Instead
///
/// ```yaml
/// spec:
///   securityContext: {runAsNonRoot: true, runAsUser: 10001}
///   containers: [{name: loki, image: "grafana/loki:3.7.6"}]
/// ```
public enum SecurityRunsAsRoot: Rule {
    public static let id: RuleID = "security/runs-as-root"
    public static let severity = Severity.error

    static func found(_ container: String, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the container `\(container)` may run as root", at: origin,
            help: "set `securityContext.runAsNonRoot: true` for the pod or the container")
    }
}
