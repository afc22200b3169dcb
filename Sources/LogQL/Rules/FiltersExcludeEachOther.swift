import Diagnostics

/// Two filters of which no line can pass both, or two matchers that no stream has.
///
/// ## Why
///
/// The query finds nothing, whatever the data. It looks as if nothing had happened.
///
/// ## Example
///
/// ```logql
/// {app="shop"} |= "connection timed out" != "timed out"
/// ```
///
/// ## Instead
///
/// Take out the one that is not meant. One of several texts is asked for with `or`:
///
/// ```logql
/// {app="shop"} |= "connection refused" or "connection reset"
/// ```
public enum FiltersExcludeEachOther: Rule, LintRule {
    public static let id: RuleID = "logql/filters-exclude-each-other"
    public static let severity = Severity.warning

    static func findings(in subject: LintSubject) -> [LintFinding] {
        subject.pipelines.flatMap { pipeline in
            matchers(pipeline.query.matchers) + pipeline.lineRuns.flatMap { lineFilters($0.flatMap(\.lineFilters)) }
                + labelFilters(pipeline.stages)
        }
    }

    private static func lineFilters(_ filters: [LineFilter]) -> [LintFinding] {
        let forbidden = filters.filter { $0.operation == .containsNot && $0.soleText != nil }
        let wanted = filters.filter { filter in
            filter.operation == .contains && filter.alternatives.allSatisfy { !$0.isAddress }
        }
        return forbidden.compactMap { filter in
            guard let text = filter.soleText, !text.isEmpty,
                wanted.contains(where: { $0.alternatives.allSatisfy { $0.text.holds(text) } })
            else { return nil }
            return finding(
                "no line passes this filter and the one that wants a text with `\(text)` in it", at: filter.range,
                help: "take out the one that is not meant")
        }
    }

    private static func matchers(_ matchers: [Matcher]) -> [LintFinding] {
        matchers.indices.compactMap { index in
            guard let other = matchers[..<index].first(where: { exclude($0, matchers[index]) }) else { return nil }
            return exclusion("no stream", matchers[index], other)
        }
    }

    private static func labelFilters(_ stages: [Stage]) -> [LintFinding] {
        var found: [LintFinding] = []
        var standing: [Matcher] = []
        for stage in stages {
            standing.removeAll { stage.mayChange($0.name) }
            for case .string(let matcher) in stage.conditions {
                if let other = standing.first(where: { exclude($0, matcher) }) {
                    found.append(exclusion("no line", matcher, other))
                }
                standing.append(matcher)
            }
        }
        return found
    }

    private static func exclude(_ left: Matcher, _ right: Matcher) -> Bool {
        guard left.name == right.name else { return false }
        switch (left.operation, right.operation) {
        case (.equal, .equal): return left.value != right.value
        case (.equal, .notEqual), (.notEqual, .equal): return left.value == right.value
        default: return false
        }
    }

    private static func exclusion(_ subject: String, _ matcher: Matcher, _ other: Matcher) -> LintFinding {
        finding(
            "\(subject) has both `\(other.canonical)` and `\(matcher.canonical)`", at: matcher.range,
            help: matcher.operation == .equal && other.operation == .equal
                ? "for one of several values write `\(matcher.name)=~\"a|b\"`" : "take out the one that is not meant")
    }
}

extension String {
    /// Whether the bytes of another text stand in this one.
    fileprivate func holds(_ other: String) -> Bool {
        let bytes = Array(utf8)
        let wanted = Array(other.utf8)
        guard wanted.count <= bytes.count else { return false }
        return (0...bytes.count - wanted.count).contains { bytes[$0...].starts(with: wanted) }
    }
}
