import Diagnostics
import Site
import YAML

/// Makes the file of evidence of a run's verdicts, and holds verdicts against it.
public enum EvidenceRecord {
    /// The evidence of a run of all snippets. What failed or could not be proven has none.
    public static func ledger(_ verdicts: [Verdict]) -> EvidenceLedger {
        EvidenceLedger(
            verdicts.compactMap { verdict in
                switch verdict.status {
                case .proven, .skipped: entry(verdict)
                case .unproven, .failed: nil
                }
            })
    }

    private static func entry(_ verdict: Verdict) -> EvidenceLedger.Entry {
        let snippet = verdict.snippet
        var entry = EvidenceLedger.Entry(
            id: snippet.id, fragment: snippet.fragment, digest: EvidenceLedger.digest(of: snippet.code),
            language: snippet.language)
        if case .skipped(let reason) = verdict.status { entry.skip = reason }
        entry.level = verdict.level?.rawValue
        entry.checker = verdict.checker
        entry.tools = verdict.tools
        entry.claims = verdict.claims
        return entry
    }

    /// Where the file says something else than the run. Tools of another version, and what is missing on this machine,
    /// are no difference.
    /// - Parameter snippets: all of the project, of which these verdicts may be a part.
    public static func differences(
        _ verdicts: [Verdict], of snippets: [Snippet], from ledger: EvidenceLedger?, file: Located<String>
    ) -> [Diagnostic] {
        let ledger = ledger ?? EvidenceLedger([])
        var findings: [Diagnostic] = []
        for verdict in verdicts {
            let snippet = verdict.snippet
            guard verdict.status != .failed, verdict.shortfall == nil else { continue }
            if case .unproven = verdict.status { continue }
            let fresh = entry(verdict)
            guard let recorded = ledger.entry(id: snippet.id), recorded.digest == fresh.digest,
                recorded.fragment == fresh.fragment
            else {
                findings.append(EvidenceStale.missing(snippet.id, file: file.value, at: snippet.opening))
                continue
            }
            if recorded.level != fresh.level || recorded.skip != fresh.skip {
                findings.append(
                    EvidenceStale.differs(
                        snippet.id, recorded: word(recorded), now: word(fresh), at: snippet.opening))
            }
        }
        let ids = Set(snippets.map(\.id))
        let gone = ledger.entries.map(\.id).filter { !ids.contains($0) }
        if !gone.isEmpty { findings.append(EvidenceStale.gone(gone, at: file.origin)) }
        return findings
    }

    private static func word(_ entry: EvidenceLedger.Entry) -> String {
        entry.skip.map { "skipped (\($0))" } ?? entry.level ?? "not proven"
    }
}
