import Diagnostics

/// A ranking of rates or counts that are not aggregated.
///
/// ## Why
///
/// The operand has a series for each stream, and for each combination of parsed fields and structured metadata in it. Ranked are
/// these, not the applications or endpoints that are meant, and there are easily more than the 500 that Loki allows.
///
/// ## Example
///
/// ```logql
/// topk(10, rate({env="production"}[5m]))
/// ```
///
/// ## Instead
///
/// ```logql
/// topk(10, sum by (app) (rate({env="production"}[5m])))
/// ```
public enum TopkOverStreams: Rule, LintRule {
    public static let id: RuleID = "logql/topk-over-streams"
    public static let severity = Severity.warning

    private static let rankings: Set<String> = ["topk", "bottomk", "approx_topk"]

    static func findings(in subject: LintSubject) -> [LintFinding] {
        subject.vectors.compactMap { ranking in
            guard rankings.contains(ranking.operation), case .range(let operand) = ranking.operand,
                operand.grouping == nil, !operand.keepsChosenLabels
            else { return nil }
            return finding(
                "`\(ranking.operation)` ranks single streams with all of their fields", at: ranking.nameRange,
                help: "aggregate first, as in `\(ranking.operation)(10, sum by (app) (\(operand.operation)(…)))`")
        }
    }
}

extension RangeAggregation {
    /// Whether its lines have only labels that the author chose.
    var keepsChosenLabels: Bool {
        source.query.stages.contains { if case .keep = $0.kind { true } else { false } }
    }
}
