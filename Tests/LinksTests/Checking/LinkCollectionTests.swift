import Configuration
import Diagnostics
import Testing

@testable import Links

@Suite struct LinkCollectionTests {
    private func collect(
        _ marked: String, _ yaml: String = "{}", today: String = "2026-06-15"
    ) throws -> (
        LinkCollection, SampleLinks, [Diagnostic]
    ) {
        let sample = SampleLinks(marked)
        let settings = try SampleLinks.settings(yaml).settings
        let today = try #require(CalendarDate(today))
        let policies = HostPolicies(settings) { _ in nil }
        let collection = LinkCollection(sample.links, settings: settings, policies: policies, today: today)
        return (collection, sample, collection.settingFindings(today: today, isWhole: true))
    }

    @Test func anAddressIsAskedOnceWithAllItsAnchors() throws {
        let (collection, _, _) = try collect(
            "⟦https://a.dev/x#one⟧ ⟦https://A.dev/x#two⟧ ⟦https://a.dev:443/x⟧ ⟦https://b.dev⟧")
        #expect(collection.targets.map(\.address.text) == ["https://a.dev/x", "https://b.dev/"])
        #expect(collection.targets[0].fragments == ["one", "two"])
        #expect(collection.uses.map(\.target) == [0, 0, 0, 1])
        #expect(collection.tally.links == 4)
    }

    @Test func malformedAddressesAreToldAtTheirBytes() throws {
        let (collection, sample, _) = try collect("see ⟦https:/a.dev⟧, ⟦mailto:nobody⟧ and ⟦https://u:p@a.dev⟧")
        #expect(
            collection.findings.map(\.rule) == [
                "links/invalid-address", "links/invalid-address", "links/invalid-address",
            ])
        #expect(collection.findings.map(\.span) == sample.links.map(\.origin.span))
        #expect(!collection.findings[2].message.contains("u:p"), "a login is not printed")
        #expect(collection.targets.isEmpty)
    }

    @Test func privateHostsAreRefusedUnlessTheyAreNamed() throws {
        let text = "⟦http://localhost:3000⟧ ⟦http://10.0.0.1/⟧ ⟦http://wiki.internal/⟧ ⟦http://[::1]:8000/⟧"
        let (collection, sample, _) = try collect(text)
        #expect(collection.findings.map(\.rule.text) == Array(repeating: "links/refused-address", count: 4))
        #expect(collection.findings.map(\.span) == sample.links.map(\.origin.span))
        let (allowed, _, _) = try collect(text, "allow: [localhost, wiki.internal, '::1:8000']")
        #expect(allowed.targets.map(\.address.server) == ["localhost:3000", "wiki.internal", "[::1]:8000"])
        let (otherPort, _, _) = try collect(text, "allow: ['localhost:3001']")
        #expect(otherPort.targets.isEmpty)
    }

    @Test func otherSchemesAndExamplesAreCounted() throws {
        let (collection, _, _) = try collect("⟦tel:+1⟧ ⟦data:,x⟧ ⟦tel:+2⟧ ⟦https://example.com⟧ ⟦mailto:a@b.dev⟧")
        #expect(collection.tally.otherSchemes == ["tel": 2, "data": 1])
        #expect(collection.tally.reserved == 1)
        #expect(collection.tally.mail == 1)
        #expect(collection.targets.isEmpty && collection.findings.isEmpty)
    }

    @Test func aSchemeThatWasMistypedIsTold() throws {
        let (collection, sample, _) = try collect(
            "⟦htps://a.dev/x⟧ ⟦htttp://a.dev⟧ ⟦mialto:a@b.dev⟧ ⟦ftp://a.dev⟧ ⟦sftp://a.dev⟧ ⟦tel:1⟧ ⟦magnet:x⟧ ⟦maps:x⟧"
        )
        #expect(collection.findings.map(\.rule.text) == Array(repeating: "links/invalid-address", count: 3))
        #expect(collection.findings.map(\.span) == sample.links.prefix(3).map(\.origin.span))
        #expect(
            collection.findings.flatMap { $0.fix?.edits ?? [] }.map(\.replacement) == [
                "https://a.dev/x", "http://a.dev", "mailto:a@b.dev",
            ])
        #expect(collection.tally.otherSchemes == ["ftp": 1, "sftp": 1, "tel": 1, "magnet": 1, "maps": 1])
    }

    @Test func aHostThatWasMistypedIsToldWithTheNearest() throws {
        let (_, _, findings) = try collect("⟦https://docs.harbour.dev/⟧", "hosts: {docs.harbor.dev: {rate: 1}}")
        #expect(findings.map(\.rule) == ["links/unused-exclusion"])
        #expect(findings.map(\.span.text) == ["docs.harbor.dev"])
        #expect(findings[0].help == "did you mean `docs.harbour.dev`?")
    }

    @Test func exclusionsLeaveOutAndInclusionsTakeIn() throws {
        let (collection, _, findings) = try collect(
            "⟦https://a.dev/old/x⟧ ⟦https://a.dev/old/keep⟧ ⟦https://b.dev⟧ ⟦https://c.dev⟧",
            """
            exclude: [{address: "https://a.dev/old/", reason: gone}, {address: "https://*.org", reason: none}]
            include: ["*keep"]
            hosts: {b.dev: {skip: robots}, d.dev: {rate: 1}}
            """)
        #expect(collection.targets.map(\.address.text) == ["https://a.dev/old/keep", "https://c.dev/"])
        #expect(collection.tally.excluded == 2)
        #expect(findings.map(\.rule) == ["links/unused-exclusion", "links/unused-exclusion"])
        #expect(findings.map(\.span.text) == ["\"https://*.org\"", "d.dev"])
    }

    @Test func exceptionsEnd() throws {
        let (collection, _, findings) = try collect(
            "⟦https://a.dev/x⟧ ⟦https://b.dev⟧",
            """
            exclude: [{address: "https://a.dev/", reason: for now, until: 2026-06-14}]
            hosts: {b.dev: {skip: for now, until: 2026-06-15}}
            """)
        #expect(findings.map(\.rule) == ["links/policy-expired"])
        #expect(findings.map(\.span.text) == ["2026-06-14"])
        #expect(collection.targets.map(\.address.text) == ["https://a.dev/x"], "its last day is over")
    }

    @Test func addressesAreAskedElsewhere() throws {
        let (collection, _, _) = try collect(
            "⟦https://docs.dev/a⟧", "remap: {'https://docs.dev/': 'https://next.dev/b/'}")
        #expect(collection.targets.map(\.address.text) == ["https://next.dev/b/a"])
    }
}
