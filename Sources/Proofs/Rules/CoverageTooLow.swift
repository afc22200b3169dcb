import Diagnostics

/// Less is proven than `coverage` in `galley.yml` asks.
///
/// ## Why
///
/// What is proven must not become less unnoticed. The numbers are the project's own promise.
///
/// ## Example
///
/// ```yaml
/// coverage:
///   proven: 95
///   skipped: 5
///   languages:
///     logql: run
/// ```
///
/// Of 100 blocks, 90 are proven.
///
/// ## Instead
///
/// Prove more: `galley snippets list` names the blocks that are not proven, with the reasons, and `galley doctor` the
/// programs that are missing.
public enum CoverageTooLow: Rule {
    public static let id: RuleID = "coverage/too-low"
    public static let severity = Severity.error

    static func share(
        _ counts: ProofSummary.Row, least: Int, _ open: [Verdict], at origin: PositionMap.Origin
    ) -> Diagnostic {
        diagnostic(
            "\(counts.proven) of \(counts.total) blocks are proven, less than \(least) %", at: origin,
            related: open.prefix(10).map { .init($0.snippet.opening.span, "`\($0.snippet.id)` is not proven") },
            notes: open.count > 10 ? ["and \(open.count - 10) more"] : [],
            help: "`galley snippets list` names them all, with the reasons")
    }

    static func skips(_ counts: ProofSummary.Row, most: Int, at origin: PositionMap.Origin) -> Diagnostic {
        diagnostic(
            "\(counts.skipped) of \(counts.total) blocks are skipped, more than \(most) %", at: origin,
            help: "prove some of them: `galley snippets list --skipped` names them, with the reasons")
    }

    static func level(
        _ low: [Verdict], language: String, level: ProofLevel, at origin: PositionMap.Origin
    ) -> Diagnostic {
        diagnostic(
            "\(low.count) block\(low.count == 1 ? "" : "s") of `\(language)` \(low.count == 1 ? "is" : "are") not \(level.rawValue)",
            at: origin,
            related: low.prefix(10).map { verdict in
                let reason = verdict.shortfall.map { ": \($0)" } ?? ""
                return .init(
                    verdict.snippet.opening.span,
                    "`\(verdict.snippet.id)` is \(verdict.level?.rawValue ?? "not proven")\(reason)")
            }, notes: low.count > 10 ? ["and \(low.count - 10) more"] : [])
    }
}
