import Diagnostics

/// Holds a proof against what the snippet asks: a level, a fault that must be found, an output, a comparison.
struct Judgement {
    let snippet: Snippet
    var proof: Proof

    init(_ snippet: Snippet, _ proof: Proof) {
        self.snippet = snippet
        self.proof = proof
    }

    /// The proof with its level raised where the output is as expected, and what was found.
    mutating func judge(highest: ProofLevel) -> [Diagnostic] {
        if let bad = snippet.request.bad {
            return judgeBad(bad.value, at: bad.origin)
        }
        // What is held against a better example is bad on purpose; that it fails would still be news.
        if snippet.request.slowerThan != nil { proof.findings.removeAll { $0.severity == .warning } }
        var findings = proof.findings
        let isSound = !findings.contains { $0.severity != .note }
        if isSound { findings += compareOutput() }
        if isSound, let asked = snippet.request.level, proof.level.map({ $0 < asked.value }) ?? true,
            !findings.contains(where: { $0.severity != .note })
        {
            findings.append(
                ProofBelowRequest.found(asked.value, reached: proof.level, because: proof.shortfall, at: asked.origin))
        }
        // Silence is no proof: a checker that reaches nothing has to say why.
        if isSound, proof.level == nil, proof.shortfall == nil {
            findings.append(ProofToolFailed.finding("the checker", because: "it told no level", at: snippet.opening))
        }
        return findings
    }

    private mutating func judgeBad(_ rule: RuleID, at origin: PositionMap.Origin) -> [Diagnostic] {
        let expected = proof.findings.filter { $0.rule == rule }
        let others = proof.findings.filter { $0.rule != rule && $0.severity != .note }
        guard !expected.isEmpty else {
            // Who would have refused it is not here.
            if others.isEmpty, proof.shortfall != nil, proof.level.map({ $0 < .validated }) ?? true {
                proof.level = nil
                return []
            }
            return [ProofNotRefused.found(rule, others: others, because: proof.shortfall, at: origin)]
        }
        // What it costs may be held against a better example.
        let wasRun = proof.level.map { $0 >= .executed } ?? false
        proof.level = wasRun ? .executed : .validated
        proof.shortfall = nil
        proof.output = nil
        proof.claims = ["caught by `\(rule)`, as it should be"] + (wasRun ? proof.claims : [])
        return others
    }

    private mutating func compareOutput() -> [Diagnostic] {
        guard let expected = snippet.output, let printed = proof.output else { return [] }
        switch OutputComparison(expected: expected.text, printed: printed).difference {
        case nil:
            proof.level = .matched
            proof.claims.append("prints what the page shows")
            return []
        case .line(let range, let printed):
            return [
                ProofOutputDiffers.found(
                    printed: printed, at: expected.map.origin(of: range), snippet: snippet.opening.span)
            ]
        case .more(let lines):
            let end = max(0, expected.text.count - 1)
            let origin = expected.text.isEmpty ? expected.opening : expected.map.origin(of: end..<end)
            return [ProofOutputDiffers.more(lines, at: origin, snippet: snippet.opening.span)]
        }
    }

    /// Whether a bad example costs more than the good one: no measure is lower, and one is higher.
    static func compare(
        _ bad: Verdict, with good: Verdict?, _ name: String, at origin: PositionMap.Origin
    )
        -> Diagnostic?
    {
        guard let good else {
            return ProofNotSlower.unmeasured(name, because: "`\(name)` itself is not proven", at: origin)
        }
        guard !bad.measures.isEmpty, !good.measures.isEmpty else {
            let missing = bad.measures.isEmpty ? bad.snippet.id : name
            return ProofNotSlower.unmeasured(
                name, because: "`\(missing)` was not run on a dataset, so nothing is counted", at: origin)
        }
        let other = Dictionary(good.measures.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
        let shared = bad.measures.compactMap { measure in other[measure.name].map { (measure, $0) } }
        if shared.contains(where: { $0.0.value > $0.1 }), !shared.contains(where: { $0.0.value < $0.1 }) { return nil }
        let lines = shared.map { "\($0.0.name): \($0.0.value) here, \($0.1) there" }
        return ProofNotSlower.found(name, measures: lines, at: origin)
    }
}
