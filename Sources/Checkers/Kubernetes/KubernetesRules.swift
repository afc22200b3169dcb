import Diagnostics
import YAML

/// Galley's own rules for objects of Kubernetes.
enum KubernetesRules {
    static func findings(in object: YAMLNode) -> [Diagnostic] {
        let kind = object["kind"]?.scalar?.value ?? ""
        var findings: [Diagnostic] = []
        if let pod = podSpec(of: object, kind) { findings += pods(pod) }
        findings += selector(of: object)
        if kind == "NetworkPolicy", let spec = object["spec"] { findings += networkPolicy(spec) }
        if kind == "Service", let ranges = object["spec"]?["loadBalancerSourceRanges"]?.sequence {
            findings += ranges.filter { isWorld($0.scalar?.value) }.map {
                SecurityWorldOpen.found("the service", at: $0.origin)
            }
        }
        return findings
    }

    private static func podSpec(of object: YAMLNode, _ kind: String) -> YAMLNode? {
        switch kind {
        case "Pod": object["spec"]
        case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "Job": object["spec"]?["template"]?["spec"]
        case "CronJob": object["spec"]?["jobTemplate"]?["spec"]?["template"]?["spec"]
        default: nil
        }
    }

    private static func pods(_ spec: YAMLNode) -> [Diagnostic] {
        let podContext = spec["securityContext"]
        return (spec["containers"]?.sequence ?? []).flatMap { container -> [Diagnostic] in
            let name = container["name"]?.scalar
            let place = name?.origin ?? container.origin
            var findings: [Diagnostic] = []
            let own = container["securityContext"]
            let isNonRoot = (own?["runAsNonRoot"] ?? podContext?["runAsNonRoot"])?.scalar?.bool ?? false
            let user = (own?["runAsUser"] ?? podContext?["runAsUser"])?.scalar?.integer
            if !isNonRoot, user ?? 0 == 0 { findings.append(SecurityRunsAsRoot.found(name?.value ?? "", at: place)) }
            if container["resources"]?["limits"]?["memory"] == nil {
                findings.append(KubernetesNoLimits.found(name?.value ?? "", at: place))
            }
            return findings
        }
    }

    private static func selector(of object: YAMLNode) -> [Diagnostic] {
        let spec = object["spec"]
        guard let wanted = spec?["selector"]?["matchLabels"]?.mapping,
            let labels = spec?["template"]?["metadata"]?["labels"]?.mapping
        else { return [] }
        return wanted.entries.compactMap { entry in
            guard let name = entry.name, labels[name]?.value.scalar?.value != entry.value.scalar?.value else {
                return nil
            }
            return KubernetesSelectorMismatch.found("\(name): \(entry.value.scalar?.value ?? "")", at: entry.key.origin)
        }
    }

    private static func networkPolicy(_ spec: YAMLNode) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for rule in spec["ingress"]?.sequence ?? [] {
            for peer in rule["from"]?.sequence ?? [] where isWorld(peer["ipBlock"]?["cidr"]?.scalar?.value) {
                let place = peer["ipBlock"]?["cidr"]?.origin ?? peer.origin
                findings.append(SecurityWorldOpen.found("the pod", at: place))
            }
        }
        let cutsEgress =
            spec["policyTypes"]?.sequence?.contains { $0.scalar?.value == "Egress" } ?? (spec["egress"] != nil)
        guard cutsEgress, let rules = spec.mapping?["egress"], let list = rules.value.sequence, !list.isEmpty else {
            return findings
        }
        let letsDNS = list.contains { rule in
            guard let ports = rule["ports"]?.sequence else { return true }
            return ports.contains { port in
                ["53", "dns", "dns-udp", "dns-tcp"].contains(port["port"]?.scalar?.value ?? "")
            }
        }
        if !letsDNS { findings.append(KubernetesNetworkPolicyWithoutDNS.found(at: rules.key.origin)) }
        return findings
    }

    private static func isWorld(_ range: String?) -> Bool { range == "0.0.0.0/0" || range == "::/0" }
}
