import Diagnostics

/// Proves the snippets of a plan.
public struct Prover: Sendable {
    public let workbench: Workbench
    public let plan: ProofPlan
    /// How many groups are proven at a time.
    public let width: Int
    public let cache: ProofCache?

    public init(_ plan: ProofPlan, in workbench: Workbench, width: Int, cache: ProofCache? = nil) {
        self.plan = plan
        self.workbench = workbench
        self.width = width
        self.cache = cache
    }

    /// Proves all groups, and gives a verdict for each snippet that the plan knows, in reading order.
    /// A task that is cancelled begins with no further group.
    /// - Parameter progress: told of each group that is done, with the verdicts before snippets are compared.
    public func run(
        progress: @escaping @Sendable (ProofPlan.Group, [Verdict]) -> Void = { _, _ in }
    ) async -> [Verdict] {
        var verdicts: [Int: Verdict] = [:]
        // Snippets that need services share them, so they come one after the other, in reading order.
        let shared =
            plan.groups.filter { $0.checker.needsFreshServices }
            + plan.groups.filter { $0.needsServices && !$0.checker.needsFreshServices }
        let others = plan.groups.filter { !$0.needsServices && !$0.checker.needsFreshServices }
        await withTaskGroup(of: [Verdict].self) { tasks in
            var next = 0
            tasks.addTask {
                var all: [Verdict] = []
                for group in shared where !Task.isCancelled {
                    let verdicts = await prove(group)
                    progress(group, verdicts)
                    all += verdicts
                }
                return all
            }
            func startNext() {
                guard next < others.count, !Task.isCancelled else { return }
                let group = others[next]
                next += 1
                tasks.addTask {
                    let verdicts = await prove(group)
                    progress(group, verdicts)
                    return verdicts
                }
            }
            for _ in 0..<max(1, width) { startNext() }
            for await done in tasks {
                for verdict in done { verdicts[verdict.snippet.number] = verdict }
                startNext()
            }
        }
        return complete(verdicts)
    }

    private func prove(_ group: ProofPlan.Group) async -> [Verdict] {
        let checker = group.checker
        var known: [Int: Verdict] = [:]
        var keys: [Int: String] = [:]
        let cache = checker.isOnline ? nil : cache
        if let cache {
            let dependencies = DependencyDigest(workbench)
            for snippet in group.snippets {
                let key = await dependencies.key(of: snippet, in: group)
                keys[snippet.number] = key
                if let proof = cache.proof(for: key) {
                    known[snippet.number] = Verdict(
                        snippet, checker: checker.name, proof: proof, findings: [], isRemembered: true)
                }
            }
            // A session goes through as a whole.
            if group.isSession, known.count < group.snippets.count { known = [:] }
        }
        let open = group.snippets.filter { known[$0.number] == nil }
        guard !open.isEmpty else { return group.snippets.compactMap { known[$0.number] } }
        var proofs: [Proof] =
            open.count == 1 && !checker.isBatched && !group.isSession
            ? [await checker.prove(open[0], in: workbench)] : await checker.prove(open, in: workbench)
        // A checker that answers for fewer snippets than it was given has said nothing of the rest.
        while proofs.count < open.count { proofs.append(Proof(level: nil)) }
        // What is wrong with a dataset is told by reading it, so what reads it is proven anew until it is mended.
        let isSound = await workbench.datasets.findings.isEmpty
        let passing = await passingReasons(proofs)
        for (snippet, proof) in zip(open, proofs) {
            var judgement = Judgement(snippet, proof)
            let findings = judgement.judge(highest: checker.highestLevel(for: snippet))
            let passes = passing.contains { judgement.proof.shortfall?.contains($0) ?? false }
            if let cache, let key = keys[snippet.number], isSound, !passes, findings.isEmpty,
                judgement.proof.level != nil
            {
                cache.remember(judgement.proof, for: key)
            }
            known[snippet.number] = Verdict(snippet, checker: checker.name, proof: judgement.proof, findings: findings)
        }
        return group.snippets.compactMap { known[$0.number] }
    }

    /// Why snippets were not run, where that says nothing of the next run: what they depend on does not show it.
    private func passingReasons(_ proofs: [Proof]) async -> [String] {
        guard proofs.contains(where: { $0.shortfall != nil }) else { return [] }
        var reasons = await workbench.services.failures.map(\.reason)
        if case .failure(let failure) = await workbench.sandbox { reasons.append(failure.reason) }
        return reasons
    }

    /// Adds what no checker saw, and compares snippets with each other.
    private func complete(_ verdicts: [Int: Verdict]) -> [Verdict] {
        var all: [Verdict] = []
        let byID = Dictionary(verdicts.values.map { ($0.snippet.id, $0) }, uniquingKeysWith: { first, _ in first })
        for (snippet, fate) in zip(workbench.snippets, plan.fates) {
            if let verdict = verdicts[snippet.number] {
                all.append(compared(verdict, byID))
            } else if case .skip(let reason) = fate {
                all.append(Verdict(snippet, status: .skipped(reason)))
            } else if case .refuse = fate {
                all.append(Verdict(snippet, status: .failed))
            }
        }
        return all
    }

    private func compared(_ verdict: Verdict, _ others: [String: Verdict]) -> Verdict {
        guard let slower = verdict.snippet.request.slowerThan, verdict.status == .proven, let checker = verdict.checker
        else { return verdict }
        var proof = Proof(
            level: verdict.level, tools: verdict.tools, claims: verdict.claims, shortfall: verdict.shortfall,
            output: verdict.output)
        proof.measures = verdict.measures
        var findings = verdict.findings
        // Where the other belongs to another machine's part, that machine's report has it too.
        if let difference = Judgement.compare(
            verdict, with: others[slower.value], slower.value, at: slower.origin)
        {
            findings.append(difference)
        } else {
            proof.claims.append("measured slower than `\(slower.value)`")
        }
        return Verdict(
            verdict.snippet, checker: checker, proof: proof, findings: findings, isRemembered: verdict.isRemembered)
    }
}

extension ProofPlan.Group {
    var needsServices: Bool { snippets.contains { !$0.request.needs.isEmpty } }
}
