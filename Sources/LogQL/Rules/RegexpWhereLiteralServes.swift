import Diagnostics

/// A regular expression that is a plain text.
///
/// ## Why
///
/// An operator for texts says at once what is looked for, and nobody has to ask whether a dot in it is meant as a dot. Loki
/// recognizes the simplest of these expressions and searches for the text; the others it runs.
///
/// ## Example
///
/// ```logql
/// {app=~"shop"} |~ ".*TimeoutError.*"
/// ```
///
/// ## Instead
///
/// ```logql
/// {app="shop"} |= "TimeoutError"
/// ```
public enum RegexpWhereLiteralServes: Rule, LintRule {
    public static let id: RuleID = "logql/regexp-where-literal-serves"
    public static let severity = Severity.warning

    static func findings(in subject: LintSubject) -> [LintFinding] {
        subject.pipelines.flatMap { pipeline in
            pipeline.query.matchers.compactMap { matcher($0, isSafe: pipeline.maySelectOtherwise) }
                + pipeline.stages.flatMap { $0.matchers.compactMap { matcher($0) } }
                + (pipeline.source?.unwrap?.filters ?? []).flatMap { $0.matchers.compactMap { matcher($0) } }
                + pipeline.stages.flatMap { lineFilters($0.lineFilters, subject) }
        }
    }

    private static func matcher(_ matcher: Matcher, isSafe: Bool = true) -> LintFinding? {
        let operation: Matcher.Operator
        switch matcher.operation {
        case .matches: operation = .equal
        case .notMatches: operation = .notEqual
        case .equal, .notEqual: return nil
        }
        guard let text = PlainExpression.wholeLiteral(matcher.value) else { return nil }
        let condition = operation.rawValue + GoString.quote(text)
        return plain(
            matcher.range, condition,
            [LintFix.Edit(matcher.nameRange.upperBound..<matcher.range.upperBound, condition)], isSafe: isSafe)
    }

    private static func lineFilters(_ filters: [LineFilter], _ subject: LintSubject) -> [LintFinding] {
        filters.indices.compactMap { index in
            let filter = filters[index]
            let operation: LineFilter.Operator
            switch filter.operation {
            case .matches: operation = .contains
            case .matchesNot: operation = .containsNot
            default: return nil
            }
            guard filter.alternatives.allSatisfy({ !$0.isAddress }), filters.standsAlone(index, in: subject.bytes)
            else {
                return nil
            }
            let texts = filter.alternatives.compactMap {
                PlainExpression.literal(PlainExpression.withoutEdges($0.text) ?? $0.text)
            }
            guard texts.count == filter.alternatives.count else { return nil }
            let edits = zip(filter.alternatives, texts).map { LintFix.Edit($0.range, GoString.quote($1)) }
            return plain(
                filter.range, operation.rawValue + " " + texts.map(GoString.quote).joined(separator: " or "),
                [LintFix.Edit(filter.operatorRange, operation.rawValue)] + edits)
        }
    }

    private static func plain(
        _ range: Range<Int>, _ instead: String, _ edits: [LintFix.Edit], isSafe: Bool = true
    ) -> LintFinding {
        finding(
            "this regular expression is a plain text", at: range, help: "write `\(instead)`",
            fix: LintFix("write `\(instead)`", isSafe: isSafe, edits))
    }
}

extension Stage {
    /// The comparisons of labels with strings in it.
    fileprivate var matchers: [Matcher] {
        switch kind {
        case .labelFilter(let filter): filter.matchers
        case .drop(let matchers), .keep(let matchers):
            matchers.compactMap { if case .matcher(let matcher) = $0 { matcher } else { nil } }
        default: []
        }
    }
}

extension LabelFilter {
    fileprivate var matchers: [Matcher] {
        switch self {
        case .string(let matcher): [matcher]
        case .and(let left, let right), .or(let left, let right): left.matchers + right.matchers
        case .number, .duration, .bytes, .address, .variable: []
        }
    }
}
