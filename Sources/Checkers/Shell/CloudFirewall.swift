import Diagnostics

/// Finds rules of a cloud's firewall that let the whole world reach a port of the inside: `aws ec2
/// authorize-security-group-ingress`, `gcloud compute firewall-rules create`, `az network nsg rule create`.
enum CloudFirewall {
    /// By program: words that make it open a port, and the options that name who may reach it.
    private static let commands: [String: (verbs: Set<String>, sources: Set<String>)] = [
        "aws": (["authorize-security-group-ingress"], ["--cidr", "--cidr-ip"]),
        "gcloud": (["firewall-rules"], ["--source-ranges"]),
        "az": (["nsg"], ["--source-address-prefixes", "--source-address-prefix"]),
    ]
    static let everywhere: Set<String> = ["0.0.0.0/0", "::/0", "*", "Internet"]
    /// Those of web servers are made for everyone.
    static let publicPorts: Set<String> = ["80", "443"]

    static func findings(in invocation: Invocation, map: PositionMap) -> [Diagnostic] {
        guard let command = commands[invocation.program] else { return [] }
        let words = invocation.arguments
        guard words.contains(where: { command.verbs.contains($0.literal ?? "") }) else { return [] }
        let numbers = words.flatMap { ($0.literal ?? "").split { !$0.isNumber } }.map(String.init)
        guard !numbers.contains(where: publicPorts.contains) else { return [] }
        for (index, word) in words.enumerated() {
            let place: ShellWord?
            if let (name, value) = word.assigned {
                place = command.sources.contains(name) ? value : nil
            } else {
                place = command.sources.contains(word.literal ?? "") && index + 1 < words.count ? words[index + 1] : nil
            }
            guard let place, let text = place.literal else { continue }
            guard text.split(separator: ",").contains(where: { everywhere.contains(String($0)) }) else { continue }
            return [SecurityWorldOpen.found("a port", at: map.origin(of: place.range))]
        }
        return []
    }
}
