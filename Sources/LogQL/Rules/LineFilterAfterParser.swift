import Diagnostics

/// A line filter that stands behind a parser or a label filter.
///
/// ## Why
///
/// A line filter is the cheapest stage, a parser the dearest: each line that the filter drops need not be parsed. Loki moves a
/// line filter over a parser by itself, but never over a label filter; written first, it is first in either case.
///
/// ## Example
///
/// ```logql
/// {app="shop"} | json | duration_ms > 1000 |= "/checkout"
/// ```
///
/// ## Instead
///
/// ```logql
/// {app="shop"} |= "/checkout" | json | duration_ms > 1000
/// ```
///
/// Behind `line_format`, `unpack` and `decolorize` a line filter sees another line, and stays where it is.
public enum LineFilterAfterParser: Rule, LintRule {
    public static let id: RuleID = "logql/line-filter-after-parser"
    public static let severity = Severity.warning

    static func findings(in subject: LintSubject) -> [LintFinding] {
        subject.pipelines.flatMap { pipeline in
            pipeline.lineRuns.flatMap { run in
                guard let parser = run.firstIndex(where: { $0.isParser && !$0.changesLine }) else {
                    return [LintFinding]()
                }
                return run[parser...].filter { !$0.lineFilters.isEmpty }.map { late($0, run, subject) }
            }
        }
    }

    private static func late(_ stage: Stage, _ run: ArraySlice<Stage>, _ subject: LintSubject) -> LintFinding {
        // Before all else in its run: behind `| drop x`, a filter `!= "y"` would be read as a part of that.
        let place = run.first { $0.lineFilters.isEmpty }?.range.lowerBound ?? stage.range.lowerBound
        return finding(
            "this line filter stands behind a parser", at: stage.range,
            help: "put it before the parser, which then sees fewer lines",
            fix: subject.move(
                stage.range, to: place, "move it before the parser", isSafe: !subject.hasComment(in: stage.range)))
    }
}
