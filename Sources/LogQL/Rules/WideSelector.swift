import Diagnostics

/// A selector that names no stream: it takes all that have a label, or leaves some out.
///
/// ## Why
///
/// The index can't narrow it down, so Loki reads the lines of nearly all streams. The result grows with each service that begins
/// to send logs.
///
/// ## Example
///
/// ```logql
/// {app=~".+", app!="shop"} |= "timeout"
/// ```
///
/// ## Instead
///
/// ```logql
/// {env="production", app!="shop"} |= "timeout"
/// ```
public enum WideSelector: Rule, LintRule {
    public static let id: RuleID = "logql/wide-selector"
    public static let severity = Severity.warning

    static func findings(in subject: LintSubject) -> [LintFinding] {
        subject.pipelines.compactMap { pipeline in
            guard let first = pipeline.query.matchers.first, let last = pipeline.query.matchers.last,
                !pipeline.query.matchers.contains(where: chooses)
            else { return nil }
            return finding(
                "this selector names no stream that it wants", at: first.range.lowerBound..<last.range.upperBound,
                help: "add a matcher that chooses, as in `{app=\"shop\"}`")
        }
    }

    private static func chooses(_ matcher: Matcher) -> Bool {
        switch matcher.operation {
        case .equal: !matcher.value.isEmpty
        case .notEqual, .notMatches: false
        case .matches:
            !PlainExpression.matchesAll(matcher.value) && !PlainExpression.matchesAllButEmpty(matcher.value)
        }
    }
}
