import Diagnostics

/// A parser that reads the same line a second time.
///
/// ## Why
///
/// The labels are there already; the second pass costs as much as the first and adds nothing.
///
/// ## Example
///
/// ```logql
/// {app="shop"} |= "duration" | json | level="error" | json
/// ```
///
/// ## Instead
///
/// ```logql
/// {app="shop"} |= "duration" | json | level="error"
/// ```
public enum ParserRepeated: Rule, LintRule {
    public static let id: RuleID = "logql/parser-repeated"
    public static let severity = Severity.warning

    static func findings(in subject: LintSubject) -> [LintFinding] {
        subject.pipelines.flatMap { $0.lineRuns }.flatMap { findings(in: $0, subject) }
    }

    private static func findings(in run: ArraySlice<Stage>, _ subject: LintSubject) -> [LintFinding] {
        var found: [LintFinding] = []
        var seen = Set<String>()
        for stage in run {
            switch stage.kind {
            case .json, .logfmt, .regexp, .pattern:
                if !seen.insert(stage.canonical).inserted { found.append(again(stage, subject)) }
            // A stage that changes labels may have changed those of the parser, which it then makes anew.
            case .labelFormat, .drop, .keep, .unpack: seen.removeAll()
            case .lineFilters, .labelFilter, .lineFormat, .decolorize: break
            }
        }
        return found
    }

    private static func again(_ stage: Stage, _ subject: LintSubject) -> LintFinding {
        finding(
            "this parser has read the same line before", at: stage.range, help: "take it out",
            fix: subject.takingOut(stage.range, isSafe: false))
    }
}
