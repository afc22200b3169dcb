import Diagnostics

/// A filter or a matcher that lets everything pass.
///
/// ## Why
///
/// Readers take it for a condition. It is often what is left of a variable that was empty.
///
/// ## Example
///
/// ```logql
/// {app="shop", env=~".*"} |= "" |= "timeout"
/// ```
///
/// ## Instead
///
/// ```logql
/// {app="shop"} |= "timeout"
/// ```
public enum FilterWithoutEffect: Rule, LintRule {
    public static let id: RuleID = "logql/filter-without-effect"
    public static let severity = Severity.warning

    static func findings(in subject: LintSubject) -> [LintFinding] {
        subject.pipelines.flatMap { pipeline in
            matchers(pipeline, subject)
                + pipeline.stages.flatMap { lineFilters($0.lineFilters, subject) }
                + pipeline.stages.compactMap { labelFilter($0, subject) }
        }
    }

    private static func matchers(_ pipeline: Pipeline, _ subject: LintSubject) -> [LintFinding] {
        let matchers = pipeline.query.matchers
        return matchers.indices.compactMap { index in
            let matcher = matchers[index]
            guard passesAll(matcher), matchers.count > 1 else { return nil }
            // With the comma before it, or for the first matcher the one behind it.
            let range =
                index > 0
                ? matchers[index - 1].range.upperBound..<matcher.range.upperBound
                : matcher.range.lowerBound..<matchers[1].range.lowerBound
            let isSafe = pipeline.maySelectOtherwise && !subject.hasComment(in: range)
            let fix = LintFix("take it out", isSafe: isSafe, [LintFix.Edit(range, "")])
            return effectless("this matcher takes all streams", matcher.range, fix)
        }
    }

    private static func lineFilters(_ filters: [LineFilter], _ subject: LintSubject) -> [LintFinding] {
        filters.indices.compactMap { index in
            let filter = filters[index]
            guard let text = filter.soleText,
                filter.operation == .contains && text.isEmpty
                    || filter.operation == .matches && (text.isEmpty || PlainExpression.matchesAll(text))
            else { return nil }
            // In a chain, `or` stands before the next part.
            let fix =
                filters.standsAlone(index, in: subject.bytes) ? subject.takingOut(filter.range, isSafe: true) : nil
            return effectless("this filter keeps all lines", filter.range, fix)
        }
    }

    private static func labelFilter(_ stage: Stage, _ subject: LintSubject) -> LintFinding? {
        guard case .labelFilter(.string(let matcher)) = stage.kind, passesAll(matcher) else { return nil }
        return effectless("this filter keeps all lines", matcher.range, subject.takingOut(stage.range, isSafe: true))
    }

    private static func passesAll(_ matcher: Matcher) -> Bool {
        matcher.operation == .matches && PlainExpression.matchesAll(matcher.value)
    }

    private static func effectless(_ message: String, _ range: Range<Int>, _ fix: LintFix?) -> LintFinding {
        finding(message, at: range, help: "take it out", fix: fix)
    }
}
