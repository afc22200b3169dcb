import Diagnostics

/// A regular expression that ignores case.
///
/// ## Why
///
/// A selector with `(?i)` compares all values of the label, as the index knows them by their exact spelling only. A line filter
/// with it compares each letter in both cases, which costs several times the search for an exact text.
///
/// ## Example
///
/// ```logql
/// {app="shop"} |~ "(?i)timeout"
/// ```
///
/// ## Instead
///
/// Write the spellings that there are:
///
/// ```logql
/// {app="shop"} |= "timeout" or "Timeout"
/// ```
public enum CaseInsensitiveRegexp: Rule, LintRule {
    public static let id: RuleID = "logql/case-insensitive-regexp"
    public static let severity = Severity.note

    static func findings(in subject: LintSubject) -> [LintFinding] {
        var found: [LintFinding] = []
        for pipeline in subject.pipelines {
            for matcher in pipeline.query.matchers
            where (matcher.operation == .matches || matcher.operation == .notMatches)
                && PlainExpression.ignoresCase(matcher.value)
            {
                found.append(inSelector(matcher))
            }
            for filter in pipeline.stages.flatMap(\.lineFilters)
            where filter.operation == .matches || filter.operation == .matchesNot {
                for part in filter.alternatives where !part.isAddress && PlainExpression.ignoresCase(part.text) {
                    found.append(inLineFilter(part.range))
                }
            }
        }
        return found
    }

    private static func inSelector(_ matcher: Matcher) -> LintFinding {
        finding(
            "this expression ignores case, so all values of `\(matcher.name)` are compared with it",
            at: matcher.valueRange, help: "name the values as they are written")
    }

    private static func inLineFilter(_ range: Range<Int>) -> LintFinding {
        finding(
            "this expression ignores case, which makes the search of each line dearer", at: range,
            help: "write the spellings that occur, as in `|= \"timeout\" or \"Timeout\"`")
    }
}
