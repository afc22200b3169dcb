import Diagnostics

/// A network policy that forgets DNS.
///
/// ## Why
///
/// A policy with rules of egress cuts the pods off from all that it does not name. Without port 53 they find no other service, and time out.
///
/// ## Example
///
/// ```yaml
/// policyTypes: [Egress]
/// egress:
///   - to: [{podSelector: {matchLabels: {app: minio}}}]
///     ports: [{port: 9000}]
/// ```
///
/// ## Instead
///
/// ```yaml
/// policyTypes: [Egress]
/// egress:
///   - to: [{podSelector: {matchLabels: {app: minio}}}]
///     ports: [{port: 9000}]
///   - to: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: kube-system}}}]
///     ports: [{port: 53, protocol: UDP}, {port: 53, protocol: TCP}]
/// ```
public enum KubernetesNetworkPolicyWithoutDNS: Rule {
    public static let id: RuleID = "kubernetes/network-policy-without-dns"
    public static let severity = Severity.error

    static func found(at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "the policy's egress lets no DNS through", at: origin,
            help: "allow port 53 over UDP and TCP to the cluster's DNS")
    }
}
