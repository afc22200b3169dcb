import Diagnostics
import TestSupport
import Testing

@testable import LogQL

@Suite struct LintSuppressionTests {
    @Test(arguments: [
        "# galley-allow logql/unbounded-range: why\n⟦rate({app=\"x\"}[7d])⟧",
        "⟦rate({app=\"x\"}[7d]) ⟧# galley-allow logql/unbounded-range: why",
        "⟦rate({app=\"x\"}[7d]) ⟧// galley-allow logql/unbounded-range: why\r\n",
        "  # galley-allow logql/unbounded-range: why\n\n# more\n  ⟦rate({app=\"x\"}⟧\n[7d])",
        "/* galley-allow logql/unbounded-range: why */\n⟦rate({app=\"x\"}[7d])⟧\n",
    ])
    func aLineIsCovered(text: String) throws {
        let marked = MarkedText(text)
        var report: [Diagnostic] = []
        let found = Linter.suppressions(in: QueryText(marked.file("q")), into: &report)
        #expect(report.isEmpty)
        let suppression = try #require(found.first)
        #expect(found.count == 1)
        #expect(suppression.rule == "logql/unbounded-range")
        #expect(suppression.reason == "why")
        #expect(suppression.covered.range == marked.ranges[0])
    }

    @Test(arguments: [
        ("⟦# galley-allow logql/x⟧\n{a=\"b\"}", "this suppression of `logql/x` gives no reason, and has no effect"),
        ("{a=\"b\"} ⟦# galley-allow: why⟧", "this suppression names no rule"),
        (
            "# galley-allow logql/x ⟦until=2027-02-30⟧: y",
            "found `until=2027-02-30`, expected `until=` with a date, or `:` and the reason"
        ),
    ])
    func faultsHaveTheirPlace(text: String, message: String) {
        let marked = MarkedText(text)
        var report: [Diagnostic] = []
        #expect(Linter.suppressions(in: QueryText(marked.file("q")), into: &report).isEmpty)
        #expect(report.map(\.message) == [message])
        #expect(report.map(\.span.range) == marked.ranges)
    }

    @Test func stringsHoldNoComments() {
        let file = SourceFile(path: "q", text: "{a=\"# galley-allow logql/x: y\"} |= `// galley-allow logql/x: y`")
        var report: [Diagnostic] = []
        #expect(Linter.suppressions(in: QueryText(file), into: &report).isEmpty)
        #expect(report.isEmpty)
    }

    @Test func suppressedFindingsAreGone() {
        let file = SourceFile(
            path: "q",
            text: "# galley-allow logql/unbounded-range: monthly\nrate({app=\"x\"}[7d])\n# galley-allow logql/syntax: z"
        )
        var report: [Diagnostic] = []
        let text = QueryText(file)
        let suppressions = Linter.suppressions(in: text, into: &report)
        let left = Suppressions.apply(
            suppressions, to: Linter().diagnostics(in: text), known: Linter.ruleIDs, today: .today)
        #expect(left.map(\.rule) == ["suppression/unused"])
    }
}
