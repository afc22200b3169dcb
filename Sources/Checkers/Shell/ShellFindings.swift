import Diagnostics
import Proofs

/// What a look at the commands of a script shows, without a program.
struct ShellFindings {
    private(set) var findings: [Diagnostic] = []
    /// Functions and aliases that later scripts of the same session may call.
    private(set) var defined: Set<String>
    private var readsOthers = false

    /// - Parameters:
    ///   - defined: functions and aliases of earlier scripts of the session.
    ///   - indexLabels: the labels of known streams, for queries.
    init(
        _ code: [UInt8], map: PositionMap, known: KnownCommands, defined: Set<String> = [],
        indexLabels: Set<String>? = nil
    ) {
        let reader = ShellReader(code)
        self.defined = defined.union(reader.functions)
        var firewall = FirewallCheck()
        var built: Set<String> = []
        for command in reader.commands {
            let invocations = Invocation.all(of: command)
            for invocation in invocations {
                if invocation.name == "alias" {
                    self.defined.formUnion(invocation.arguments.compactMap(\.assigned?.name))
                }
                if !invocation.isElsewhere { check(invocation, known, map) }
                built.formUnion(ImageCheck.built(by: invocation))
                if invocation.program == "curl" {
                    findings += CurlCheck(invocation, map: map, indexLabels: indexLabels).findings
                }
                findings += ImageCheck(invocation, built: built, map: map).findings
                if ["docker", "podman", "nerdctl"].contains(invocation.program),
                    let word = invocation.arguments.first(where: { $0.literal == "--privileged" })
                {
                    findings.append(SecurityPrivilegedContainer.found("--privileged", at: map.origin(of: word.range)))
                }
                if invocation.program == "wget",
                    let word = invocation.arguments.first(where: { $0.literal == "--no-check-certificate" })
                {
                    findings.append(SecurityInsecureSkipVerify.finding(at: map.origin(of: word.range)))
                }
                firewall.take(invocation)
                findings += CloudFirewall.findings(in: invocation, map: map)
            }
            findings += SecretCheck(command, invocations, map: map).findings
        }
        findings += firewall.findings(map: map)
        findings.sort(by: Diagnostic.inReadingOrder)
        var seen: Set<Diagnostic> = []
        findings = findings.filter { seen.insert($0).inserted }
    }

    private mutating func check(_ invocation: Invocation, _ known: KnownCommands, _ map: PositionMap) {
        // What a file defines that is read in is not known here.
        if invocation.name == "." || invocation.name == "source" { readsOthers = true }
        if readsOthers { return }
        guard !known.contains(invocation.name, defined: defined) else { return }
        findings.append(
            ShellUnknownCommand.found(
                invocation.name, near: known.nearest(to: invocation.name, defined: defined),
                at: map.origin(of: invocation.word.range)))
    }
}
