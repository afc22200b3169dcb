import Configuration
import Diagnostics
import Testing

@testable import Links
@testable import Site

@Suite struct LinkJudgementTests {
    private func judge(
        _ marked: String, _ outcome: Inquiry.Outcome, lastGood: String? = nil, yaml: String = "quarantine: 10"
    ) throws -> (findings: [Diagnostic], sample: SampleLinks) {
        let sample = SampleLinks(marked)
        let settings = try SampleLinks.settings(yaml).settings
        let today = try #require(CalendarDate("2026-06-15"))
        let policies = HostPolicies(settings) { _ in nil }
        let collection = LinkCollection(sample.links, settings: settings, policies: policies, today: today)
        var ledger = LinkLedger()
        if let lastGood {
            ledger.note(collection.targets[0].address.text, good: try #require(CalendarDate(lastGood)))
        }
        let judgement = LinkJudgement(ledger: ledger, settings: settings, today: today)
        let outcomes = [Inquiry.Outcome?](repeating: outcome, count: collection.targets.count)
        return (judgement.findings(of: collection, outcomes), sample)
    }

    @Test func aBrokenAddressIsToldAtEachUse() throws {
        let (findings, sample) = try judge(
            "⟦https://a.dev/x⟧ and ⟦https://a.dev/x#y⟧", .init(verdict: .broken(.status(404))))
        #expect(findings.map(\.rule) == ["links/broken", "links/broken"])
        #expect(findings.map(\.span) == sample.links.map(\.origin.span))
        #expect(findings[0].message == "`https://a.dev/x` answers 404 (Not Found)")
    }

    @Test(arguments: [("2026-06-05", "links/quarantined"), ("2026-06-04", "links/broken"), (nil, "links/broken")])
    func whatWasGoodHasDaysOfGrace(lastGood: String?, rule: String) throws {
        let (findings, _) = try judge(
            "⟦https://a.dev/x⟧", .init(verdict: .broken(.noAnswer(.name))), lastGood: lastGood)
        #expect(findings.map(\.rule.text) == [rule])
        #expect((findings[0].severity == .note) == (rule == "links/quarantined"))
    }

    /// Elsewhere it is tomorrow already; a day beyond that was written under a wrong clock, and no grace comes of it.
    @Test(arguments: [
        ("2026-06-16", "links/quarantined"), ("2026-06-17", "links/broken"), ("2999-01-01", "links/broken"),
    ])
    func daysToComeAreNoGrace(lastGood: String, rule: String) throws {
        let (findings, _) = try judge("⟦https://a.dev/x⟧", .init(verdict: .broken(.status(500))), lastGood: lastGood)
        #expect(findings.map(\.rule.text) == [rule])
    }

    @Test func aRedirectIntoAPrivateNetworkHasNone() throws {
        let outcome = Inquiry.Outcome(
            verdict: .broken(.redirectRefused("http://10.0.0.1/", "that is a private network")))
        let (findings, _) = try judge("⟦https://a.dev/x⟧", outcome, lastGood: "2026-06-15")
        #expect(findings.map(\.rule) == ["links/broken"])
    }

    @Test func aMoveForGoodHasAFixThatKeepsTheAnchor() throws {
        let outcome = Inquiry.Outcome(verdict: .redirected(to: "https://b.dev/y", isPermanent: true))
        let (findings, sample) = try judge("⟦https://a.dev/x#part⟧", outcome)
        #expect(findings.map(\.rule) == ["links/redirected"])
        #expect(findings[0].fix?.edits == [.init(sample.links[0].origin.span, "https://b.dev/y#part")])
    }

    /// What is asked elsewhere by the settings is redirected there, and stays what the author wrote.
    @Test func aMoveOfWhatIsAskedElsewhereIsNotTold() throws {
        let outcome = Inquiry.Outcome(verdict: .redirected(to: "https://b.dev/y", isPermanent: true))
        let remap = "remap: {'https://a.dev/': 'https://c.dev/'}"
        #expect(try judge("⟦https://a.dev/x⟧", outcome, yaml: remap).findings.isEmpty)
        #expect(try judge("⟦https://d.dev/x⟧", outcome, yaml: remap).findings.map(\.rule) == ["links/redirected"])
    }

    @Test func otherRedirectsAreNotTold() throws {
        let outcome = Inquiry.Outcome(verdict: .redirected(to: "https://b.dev/y", isPermanent: false))
        #expect(try judge("⟦https://a.dev/x⟧", outcome).findings.isEmpty)
    }

    @Test func aMissingAnchorIsToldWithTheNearest() throws {
        let outcome = Inquiry.Outcome(verdict: .good, missing: ["retension": "retention"])
        let (findings, sample) = try judge("⟦https://a.dev/x#retension⟧ ⟦https://a.dev/x#other⟧", outcome)
        #expect(findings.map(\.rule) == ["links/fragment-missing"])
        #expect(findings[0].span == sample.links[0].origin.span)
        #expect(findings[0].severity == .warning)
        #expect(findings[0].help == "did you mean `#retention`?")
        #expect(findings[0].fix?.edits.map(\.replacement) == ["https://a.dev/x#retention"])
    }

    /// An id may hold what an address may not.
    @Test func theFixMayStandInMarkdown() throws {
        let outcome = Inquiry.Outcome(verdict: .good, missing: ["twowords": "two words", "a": "b)"])
        let (findings, _) = try judge("⟦https://a.dev/x_(y)#twowords⟧ ⟦https://a.dev/x#a⟧", outcome)
        #expect(
            findings.flatMap { $0.fix?.edits ?? [] }.map(\.replacement) == [
                "https://a.dev/x_(y)#two%20words", "https://a.dev/x#b%29",
            ])
    }

    @Test func wallsAreNotes() throws {
        let (findings, _) = try judge("⟦https://a.dev/x⟧", .init(verdict: .unverifiable(status: 403)))
        #expect(findings.map(\.rule) == ["links/unverifiable"])
        #expect(findings[0].severity == .note)
    }
}
