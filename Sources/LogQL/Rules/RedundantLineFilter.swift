import Diagnostics

/// A line filter that another one makes superfluous.
///
/// ## Why
///
/// A line that holds `connection timed out` holds `timed out` too. The second search finds nothing out.
///
/// ## Example
///
/// ```logql
/// {app="shop"} |= "timed out" |= "connection timed out"
/// ```
///
/// ## Instead
///
/// ```logql
/// {app="shop"} |= "connection timed out"
/// ```
public enum RedundantLineFilter: Rule, LintRule {
    public static let id: RuleID = "logql/redundant-line-filter"
    public static let severity = Severity.warning

    static func findings(in subject: LintSubject) -> [LintFinding] {
        subject.pipelines.flatMap { $0.lineRuns }.flatMap { findings(in: $0, subject) }
    }

    private static func findings(in run: ArraySlice<Stage>, _ subject: LintSubject) -> [LintFinding] {
        let filters = run.flatMap(\.lineFilters)
        var found: [LintFinding] = []
        for stage in run {
            let own = stage.lineFilters
            for index in own.indices {
                let filter = own[index]
                guard let other = filters.first(where: { implies($0, filter) }) else { continue }
                var fix: LintFix?
                if own.standsAlone(index, in: subject.bytes) {
                    fix = subject.takingOut(filter.range, isSafe: true)
                }
                found.append(
                    finding(
                        "`\(other.canonical)` makes this filter superfluous", at: filter.range, help: "take it out",
                        fix: fix))
            }
        }
        return found
    }

    /// Whether all lines that pass one filter pass the other. Of two equal ones, the first implies the second.
    private static func implies(_ filter: LineFilter, _ other: LineFilter) -> Bool {
        guard filter.operation == other.operation, filter.range != other.range else { return false }
        if filter.alternatives.map(\.text) == other.alternatives.map(\.text),
            filter.alternatives.map(\.isAddress) == other.alternatives.map(\.isAddress)
        {
            return filter.range.lowerBound < other.range.lowerBound
        }
        guard let text = filter.soleText, let otherText = other.soleText, !text.isEmpty, !otherText.isEmpty else {
            return false
        }
        switch filter.operation {
        case .contains: return text != otherText && text.contains(otherText)
        case .containsNot: return text != otherText && otherText.contains(text)
        case .matches, .matchesNot, .pattern, .patternNot: return false
        }
    }
}
