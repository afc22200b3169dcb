import Diagnostics
import TestSupport
import Testing

@testable import Markup

@Suite struct SuppressionTests {
    @Test(arguments: [
        ("<!-- galley-allow a/b: why -->\n⟦one\ntwo⟧\n\nthree\n", "one\ntwo\n\nthree\n"),
        ("x\n\n<!-- galley-allow a/b: why -->\n\n⟦```\na\n\nb\n```⟧\nc\n", "x\n\n\n```\na\n\nb\n```\nc\n"),
        ("<!-- galley-allow a/b: why -->\n⟦## H⟧\ntext\n", "## H\ntext\n"),
        ("<!-- galley-allow a/b: why -->\n<!-- galley-allow c/d: why -->\n⟦- x\n- y⟧\n", "- x\n- y\n"),
        ("- x\n\n  <!-- galley-allow a/b: why -->\n⟦  y⟧\n", "- x\n\n  y\n"),
    ])
    func theNextBlockIsCovered(text: String, published: String) throws {
        let marked = MarkedText(text)
        let read = try ReadFragment(marked.text)
        #expect(read.report.isEmpty)
        #expect(read.text == published)
        #expect(read.fragment?.suppressions.first?.covered.range == marked.ranges[0])
        #expect(read.fragment?.suppressions.first?.rule == "a/b")
        #expect(read.fragment?.suppressions.first?.reason == "why")
    }

    @Test func codeThatSpeaksOfSuppressionsIsLeftAlone() throws {
        let text = "```md\n<!-- galley-allow a/b: why -->\n```\n\nsay `<!-- galley-allow a/b: x -->`\n"
        let read = try ReadFragment(text)
        #expect(read.text == text)
        #expect(read.fragment?.suppressions.isEmpty == true)
    }

    @Test(arguments: [
        ("⟦<!-- galley-allow a/b -->⟧\nx\n", "this suppression of `a/b` gives no reason, and has no effect"),
        ("⟦<!-- galley-allow a/b: -->⟧\nx\n", "this suppression of `a/b` gives no reason, and has no effect"),
        ("⟦<!-- galley-allow: x -->⟧\nx\n", "this suppression names no rule"),
        (
            "<!-- galley-allow a/b ⟦until=2027-02-30⟧: x -->\nx\n",
            "found `until=2027-02-30`, expected `until=` with a date, or `:` and the reason"
        ),
        ("⟦<!-- galley-allow a/b: x --> y⟧\nx\n", "a suppression must stand alone on its line, as one comment"),
        ("⟦<!-- galley-allow a/b: x⟧\n-->\nx\n", "a suppression must stand alone on its line, as one comment"),
    ])
    func faultsHaveTheirPlace(text: String, message: String) throws {
        let marked = MarkedText(text)
        let read = try ReadFragment(marked.text)
        #expect(read.messages == [message])
        #expect(read.ranges == marked.ranges)
        #expect(read.fragment?.suppressions.isEmpty == true)
    }

    @Test func findingsAreDroppedAndRestsReported() throws {
        let read = try ReadFragment(
            """
            <!-- galley-allow a/b: known -->
            one

            <!-- galley-allow a/b until=2027-01-31: known -->
            two

            <!-- galley-allow a/x: known -->
            three

            <!-- galley-allow c/d: known -->
            {{include a.txt}}

            """, files: ["a.txt": "four"])
        let fragment = try #require(read.fragment)
        func finding(_ rule: RuleID, _ part: String) throws -> Diagnostic {
            let origin = try read.origin(of: part)
            return Diagnostic(
                rule: rule, severity: .error, message: part, span: origin.span, includedFrom: origin.includedFrom)
        }
        let findings = try [
            finding("a/b", "one"), finding("a/b", "two"), finding("a/b", "three"), finding("c/d", "four"),
        ]
        func messages(_ today: String, _ findings: [Diagnostic], ran: Set<RuleID>? = nil) throws -> [String] {
            let today = try #require(CalendarDate(today))
            return Suppressions.apply(
                fragment.suppressions, to: findings, known: ["a/b", "c/d"], ran: ran, today: today
            ).map(\.message)
        }
        #expect(try messages("2027-01-31", findings) == ["three", "there is no rule `a/x`"])
        #expect(
            try messages("2027-02-01", findings) == [
                "two", "three", "this suppression of `a/b` ended on 2027-01-31", "there is no rule `a/x`",
            ])
        #expect(
            try messages("2027-01-01", []) == [
                "this suppression of `a/b` suppresses nothing", "this suppression of `a/b` suppresses nothing",
                "there is no rule `a/x`", "this suppression of `c/d` suppresses nothing",
            ])
        #expect(try messages("2027-01-01", [], ran: ["c/d"]).count == 2)
    }

    @Test(arguments: ["2027-02-29", "2027-13-01", "2027-1-1", "27-01-01", "2027-01-00", "+027-01-01", "2027/01/01", ""])
    func datesThatTheCalendarDoesNotHave(text: String) { #expect(CalendarDate(text) == nil) }

    @Test func datesAreOrdered() throws {
        let leap = try #require(CalendarDate("2028-02-29"))
        #expect(leap.description == "2028-02-29")
        #expect(try leap < #require(CalendarDate("2028-03-01")))
    }
}
