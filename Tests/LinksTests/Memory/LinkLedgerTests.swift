import Diagnostics
import TestSupport
import Testing

@testable import Links
@testable import Site

@Suite struct LinkLedgerTests {
    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(text)) }

    private func read(_ marked: String) -> (ledger: LinkLedger, findings: [Diagnostic], text: MarkedText) {
        let text = MarkedText(marked)
        var findings: [Diagnostic] = []
        let ledger = LinkLedger(text.file("links.ledger"), into: &findings)
        return (ledger, findings, text)
    }

    @Test func itsLinesAreSortedAndReadBack() throws {
        var ledger = LinkLedger()
        ledger.note("https://b.dev/", good: try day("2026-06-02"))
        ledger.note("https://a.dev/", good: try day("2026-06-01"))
        #expect(ledger.text.hasSuffix("\nhttps://a.dev/ 2026-06-01\nhttps://b.dev/ 2026-06-02\n"))
        let (again, findings, _) = read(ledger.text)
        #expect(again == ledger)
        #expect(findings.isEmpty)
    }

    @Test func aMergeOfTwoBranchesIsALedger() throws {
        let (ledger, findings, _) = read("https://a.dev/ 2026-06-02\nhttps://a.dev/ 2026-06-01\r\n\n# a word\n")
        #expect(ledger.lastGood == ["https://a.dev/": try day("2026-06-02")])
        #expect(findings.isEmpty)
    }

    @Test func linesThatAreNoneAreToldAndTheOthersCount() throws {
        let (ledger, findings, text) = read(
            "⟦<<<<<<< HEAD⟧\nhttps://a.dev/ 2026-06-02\n⟦=======⟧\n⟦https://b.dev/ 2026-06-31⟧\n⟦nothing 2026-06-01⟧\n")
        #expect(ledger.lastGood.keys.sorted() == ["https://a.dev/"])
        #expect(findings.map(\.rule.text) == Array(repeating: "links/ledger-malformed", count: 4))
        #expect(findings.map(\.span.range) == text.ranges)
    }

    @Test func whatIsNoTextIsToldOnce() throws {
        let file = SourceFile(path: "links.ledger", bytes: [0xFF, 0xFE, 0x68, 0, 0x0A, 0x80, 0x0A])
        var findings: [Diagnostic] = []
        #expect(LinkLedger(file, into: &findings).lastGood.isEmpty)
        #expect(findings.map(\.rule) == ["links/ledger-malformed"])
        #expect(findings.map(\.span.range) == [0..<4])
    }

    @Test func aDayToComeIsPutRight() throws {
        let a = try WebAddress("https://a.dev/")
        let ledger = LinkLedger(["https://a.dev/": try day("2999-01-01")])
        let recorded = ledger.recording([(a, .good)], on: try day("2026-06-01"), isWhole: true, quarantine: 14)
        #expect(recorded.lastGood == ["https://a.dev/": try day("2026-06-01")])
    }

    @Test func goodDaysAreRenewedOnceAWeek() throws {
        let a = try WebAddress("https://a.dev/")
        let b = try WebAddress("https://b.dev/")
        let ledger = LinkLedger(["https://a.dev/": try day("2026-06-01"), "https://gone.dev/": try day("2026-06-01")])
        func recorded(_ today: String, isWhole: Bool = true, quarantine: Int = 14) throws -> [String: String] {
            ledger.recording(
                [(a, .good), (b, .broken(.noAnswer(.name)))], on: try day(today), isWhole: isWhole,
                quarantine: quarantine
            ).lastGood.mapValues(\.description)
        }
        #expect(try recorded("2026-06-07") == ["https://a.dev/": "2026-06-01"], "a week is not over")
        #expect(try recorded("2026-06-08") == ["https://a.dev/": "2026-06-08"])
        #expect(try recorded("2026-06-03", quarantine: 4) == ["https://a.dev/": "2026-06-03"])
        #expect(try recorded("2026-06-02", isWhole: false).count == 2, "a part forgets nothing")
    }

    @Test func anAddressThatDiedKeepsItsLastGoodDay() throws {
        let a = try WebAddress("https://a.dev/")
        let ledger = LinkLedger(["https://a.dev/": try day("2026-06-01")])
        let recorded = ledger.recording(
            [(a, .broken(.status(404)))], on: try day("2026-07-01"), isWhole: true, quarantine: 14)
        #expect(recorded == ledger)
    }
}
