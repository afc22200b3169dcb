import Diagnostics

/// Looks through queries for what makes them slow, wrong or hard to read.
public struct Linter: Sendable {
    public var options: LintOptions

    public init(options: LintOptions = LintOptions()) { self.options = options }

    /// The rules in the order of their ids.
    static let rules: [any LintRule.Type] = [
        CaseInsensitiveRegexp.self,
        ComparisonWithoutErrorFilter.self,
        CountDividedByRange.self,
        FilterAfterParser.self,
        FilterWithoutEffect.self,
        FiltersExcludeEachOther.self,
        GroupingByUnboundedLabel.self,
        LineFilterAfterParser.self,
        ParserRepeated.self,
        ParserWithoutLineFilter.self,
        RangeBelowStep.self,
        RedundantLineFilter.self,
        RegexpWhereLiteralServes.self,
        TopkOverStreams.self,
        UnboundedLabelInSelector.self,
        UnboundedRange.self,
        UnknownIndexLabel.self,
        UnusedLineFormat.self,
        UnwrapWithoutErrorFilter.self,
        WideSelector.self,
        WildcardAtTheEdge.self,
        WithoutOnStreams.self,
    ]

    /// The ids of all rules about queries.
    public static let ruleIDs: Set<RuleID> = Set(rules.map { $0.id } + [Syntax.id])

    /// What is wrong with a query, in the order of its places: the errors that Loki refuses it for, else what rules find.
    public func findings(in text: [UInt8]) -> [LintFinding] { findings(in: Query(text, options: options.query), text) }

    /// The same for a query that has been parsed from this text.
    public func findings(in query: Query, _ text: [UInt8]) -> [LintFinding] {
        guard let expression = query.expression else { return query.errors.map(Syntax.finding) }
        let subject = LintSubject(expression, bytes: text, options: options)
        let found = Self.rules.flatMap { $0.findings(in: subject) }
        return found.enumerated().sorted {
            ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
        }.map(\.element)
    }

    /// The query with all safe fixes made, over and over until there are none left.
    public func fixed(_ text: [UInt8]) -> [UInt8] {
        var text = text
        // Each fix makes a query simpler, so this ends; the bound is for a fix that would not.
        for _ in 0..<32 {
            let fixes = findings(in: text).compactMap(\.fix).filter(\.isSafe)
            guard let next = Self.applying(fixes, to: text) else { break }
            text = next
        }
        return text
    }

    /// The text with fixes made; one that touches what an earlier one changed is left out. Nil where there is none.
    static func applying(_ fixes: [LintFix], to text: [UInt8]) -> [UInt8]? {
        var taken: [LintFix.Edit] = []
        for fix in fixes where !fix.edits.contains(where: { edit in taken.contains { touches(edit, $0) } }) {
            taken += fix.edits
        }
        guard !taken.isEmpty else { return nil }
        var output: [UInt8] = []
        var start = 0
        for edit in taken.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            output += text[start..<edit.range.lowerBound]
            output += edit.replacement.utf8
            start = edit.range.upperBound
        }
        return output + text[start...]
    }

    private static func touches(_ left: LintFix.Edit, _ right: LintFix.Edit) -> Bool {
        left.range.lowerBound <= right.range.upperBound && right.range.lowerBound <= left.range.upperBound
    }
}
