import Diagnostics

/// A label filter that stands behind a parser which does not make its label.
///
/// ## Why
///
/// Where streams have the label, the selector can choose by it: then Loki reads only these streams, and does not fetch, unpack
/// and parse the others. Where it comes from structured metadata, the filter can stand before the parser, which then sees fewer
/// lines. A field of the same name in the line does not change this: the parser calls it `level_extracted`.
///
/// ## Example
///
/// ```logql
/// {app="shop"} | json | level="error"
/// ```
///
/// ## Instead
///
/// ```logql
/// {app="shop", level="error"} | json
/// ```
///
/// The labels of the index are those that the selector uses, and those that `--index-label` names.
public enum FilterAfterParser: Rule, LintRule {
    public static let id: RuleID = "logql/filter-after-parser"
    public static let severity = Severity.warning

    static func findings(in subject: LintSubject) -> [LintFinding] {
        subject.pipelines.flatMap { findings(in: $0, subject) }
    }

    private static func findings(in pipeline: Pipeline, _ subject: LintSubject) -> [LintFinding] {
        let index = pipeline.indexLabels(subject.options)
        var found: [LintFinding] = []
        for (place, stage) in pipeline.stages.enumerated() {
            guard case .labelFilter(let filter) = stage.kind else { continue }
            let before = pipeline.stages[..<place]
            for case .string(let matcher) in filter.conditions where index.contains(matcher.name) {
                guard !before.contains(where: { $0.mayReplace(matcher.name) }) else { continue }
                let isParsed = before.contains(where: \.isParser)
                if case .string = filter {
                    found.append(indexed(matcher, stage, pipeline, isParsed: isParsed, subject))
                } else {
                    found.append(indexed(matcher, nil, pipeline, isParsed: isParsed, subject))
                }
            }
            if let parser = parserPassed(filter, before, index) { found.append(passed(filter, stage, parser, subject)) }
        }
        return found
    }

    /// The first of the parsers between, where none of them makes a label that the filter looks at.
    private static func parserPassed(
        _ filter: LabelFilter, _ before: ArraySlice<Stage>, _ index: Set<String>
    ) -> Stage? {
        let names = filter.names
        guard !names.contains(where: { $0.hasPrefix("__") || index.contains($0) }) else { return nil }
        var first: Stage?
        for stage in before.reversed() {
            if names.contains(where: stage.mayChange) { break }
            if stage.isParser { first = stage }
        }
        return first
    }

    private static func indexed(
        _ matcher: Matcher, _ stage: Stage?, _ pipeline: Pipeline, isParsed: Bool, _ subject: LintSubject
    ) -> LintFinding {
        var fix: LintFix?
        let condition = subject.text(matcher.range)
        if let stage, let end = pipeline.matchersEnd, let removal = subject.removal(of: stage.range) {
            fix = LintFix(
                "select by `\(condition)`", isSafe: false, [LintFix.Edit(end..<end, ", \(condition)"), removal])
        }
        return finding(
            "`\(matcher.name)` is a label of streams, and lines of all streams are "
                + (isParsed ? "parsed" : "read") + " to compare it",
            at: matcher.range, help: "move it into the selector: `{…, \(condition)}`", fix: fix)
    }

    private static func passed(
        _ filter: LabelFilter, _ stage: Stage, _ parser: Stage, _ subject: LintSubject
    ) -> LintFinding {
        finding(
            "the parser before this filter does not make `\(filter.names.first ?? "")`", at: filter.range,
            help: "filter before the parser, so that it sees fewer lines",
            fix: subject.move(
                stage.range, to: parser.range.lowerBound, "move it before the parser", isSafe: !filter.converts))
    }
}

extension Stage {
    /// Whether a label of the stream may have another value after this stage. Parsers leave it alone.
    fileprivate func mayReplace(_ label: String) -> Bool { !isParser && mayChange(label) }
}
