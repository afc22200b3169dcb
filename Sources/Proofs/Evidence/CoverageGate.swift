import Configuration
import Diagnostics
import YAML

/// Holds what was proven against what `coverage` in `galley.yml` asks.
public enum CoverageGate {
    /// - Parameter isWhole: whether these are the verdicts of all snippets. Shares are of all; levels hold for each.
    public static func findings(
        _ verdicts: [Verdict], _ coverage: ProofSettings.Coverage, isWhole: Bool = true
    ) -> [Diagnostic] {
        let summary = ProofSummary(verdicts)
        guard summary.all.total > 0 else { return [] }
        return (isWhole ? shares(verdicts, summary, coverage) : []) + levels(verdicts, coverage)
    }

    private static func shares(
        _ verdicts: [Verdict], _ summary: ProofSummary, _ coverage: ProofSettings.Coverage
    ) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        if let least = coverage.proven, summary.all.proven * 100 < least.value * summary.all.total {
            let open = verdicts.filter { $0.status != .proven }
            findings.append(CoverageTooLow.share(summary.all, least: least.value, open, at: least.origin))
        }
        if let most = coverage.skipped, summary.all.skipped * 100 > most.value * summary.all.total {
            findings.append(CoverageTooLow.skips(summary.all, most: most.value, at: most.origin))
        }
        return findings
    }

    private static func levels(_ verdicts: [Verdict], _ coverage: ProofSettings.Coverage) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        for (language, word) in coverage.languages {
            guard let level = ProofLevel(request: word.value) else { continue }
            let low = verdicts.filter { verdict in
                // What is skipped is counted by `skipped`, and what failed has findings of its own.
                guard verdict.snippet.language == language.value, verdict.snippet.request.bad == nil else {
                    return false
                }
                switch verdict.status {
                case .proven: return verdict.level.map { $0 < level } ?? true
                case .unproven: return true
                case .skipped, .failed: return false
                }
            }
            if !low.isEmpty {
                findings.append(CoverageTooLow.level(low, language: language.value, level: level, at: word.origin))
            }
        }
        return findings
    }
}
