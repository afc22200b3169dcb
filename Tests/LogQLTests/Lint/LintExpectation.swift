import Diagnostics
import TestSupport
import Testing

@testable import LogQL

/// Asserts that a rule finds the marked places of a query, and nothing else.
func expectFindings(
    _ rule: RuleID, in marked: String, options: LintOptions = LintOptions(),
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let query = MarkedText(marked)
    let findings = Linter(options: options).findings(in: query.bytes)
    #expect(
        findings.filter { $0.rule == rule }.map(\.range) == query.ranges, "\(marked)\n\(findings)",
        sourceLocation: sourceLocation)
    #expect(
        rule == "logql/syntax" || !findings.contains { $0.rule == "logql/syntax" }, "\(marked) is refused",
        sourceLocation: sourceLocation)
}

/// Asserts what the fix of a rule's first finding makes of a query; nil where it has none.
func expectFix(
    _ rule: RuleID, of query: String, _ fixed: String?, isSafe: Bool = true, options: LintOptions = LintOptions(),
    sourceLocation: SourceLocation = #_sourceLocation
) {
    let bytes = Array(query.utf8)
    let finding = Linter(options: options).findings(in: bytes).first { $0.rule == rule }
    #expect(finding != nil, "\(rule) finds nothing in \(query)", sourceLocation: sourceLocation)
    let result = finding?.fix.flatMap { Linter.applying([$0], to: bytes) }.map { String(decoding: $0, as: UTF8.self) }
    #expect(result == fixed, sourceLocation: sourceLocation)
    if let fix = finding?.fix { #expect(fix.isSafe == isSafe, sourceLocation: sourceLocation) }
    if let result { #expect(Query(result).errors.isEmpty, "\(result)", sourceLocation: sourceLocation) }
}

extension LintOptions {
    static func index(_ labels: Set<String>) -> LintOptions {
        var options = LintOptions()
        options.indexLabels = labels
        return options
    }

    static func step(seconds: Int64) -> LintOptions {
        var options = LintOptions()
        options.step = seconds * 1_000_000_000
        return options
    }
}
