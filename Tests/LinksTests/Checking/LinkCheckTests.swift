import Configuration
import Diagnostics
import TestSupport
import Testing

@testable import Links
@testable import Site

/// Whole checks against a server on this machine.
@Suite struct LinkCheckTests {
    private func check(
        _ network: LinkCheck.Network, ledger: [String: String] = [:], cache: String? = nil, shard: Shard? = nil,
        settings: String = ""
    ) throws -> LinkCheck {
        let settings = try SampleLinks.settings(
            "allow: [127.0.0.1]\nretries: 0\nhost-concurrency: 4\nrate: 1000\n\(settings)"
        ).settings
        var options = LinkCheck.Options(
            today: try #require(CalendarDate("2026-06-15")), agent: "Galley/test", root: "/", environment: { _ in nil })
        options.network = network
        options.cache = cache
        options.shard = shard
        return LinkCheck(settings, ledger: LinkLedger(ledger.compactMapValues { CalendarDate($0) }), options: options)
    }

    /// A server that has all pages but those whose path begins with `/gone`.
    private func server() throws -> TinyServer {
        try TinyServer { $0.path.hasPrefix("/gone") ? TinyServer.answer(404) : TinyServer.page($0, "<p id=part>") }
    }

    @Test func nobodyIsAskedOffline() async throws {
        let server = try server()
        let sample = SampleLinks("⟦http://127.0.0.1:\(server.port)/⟧")
        let result = try await check(.offline("there is no network")).run(pages: { sample.links })
        #expect(result.tally.line == "external links were not checked: 1 address on 1 host; there is no network")
        #expect(result.findings.isEmpty)
        #expect(server.requests.isEmpty)
    }

    @Test func eachAddressIsAskedOnceAndToldAtEachUse() async throws {
        let server = try server()
        let base = "http://127.0.0.1:\(server.port)"
        let sample = SampleLinks("⟦\(base)/a⟧ ⟦\(base)/gone⟧ ⟦\(base)/gone#x⟧ ⟦\(base)/a⟧ ⟦\(base)/b⟧")
        // Those of the fragments come first; what only the page has comes after them.
        let result = try await check(.online).run(written: Array(sample.links.dropLast()), pages: { sample.links })
        #expect(result.findings.map(\.rule) == ["links/broken", "links/broken"])
        #expect(result.findings.map(\.span) == [sample.links[1].origin.span, sample.links[2].origin.span])
        #expect(result.tally.line == "external links: 3 addresses on 1 host: 2 good, 1 broken")
        #expect(Set(server.requests.map(\.path)) == ["/a", "/b", "/gone"])
        #expect(server.requests.filter { $0.path == "/a" }.count == 1)
        #expect(server.requests.filter { $0.path == "/b" }.count == 1)
    }

    @Test func anAnchorThatOnlyThePageNamesIsLookedForAsWell() async throws {
        let server = try server()
        let base = "http://127.0.0.1:\(server.port)"
        let sample = SampleLinks("⟦\(base)/a⟧ ⟦\(base)/a#part⟧ ⟦\(base)/a#port⟧")
        let result = try await check(.online).run(written: [sample.links[0]], pages: { sample.links })
        #expect(result.findings.map(\.rule) == ["links/fragment-missing"])
        #expect(result.findings.map(\.span) == [sample.links[2].origin.span])
    }

    @Test func silenceOfAllIsNoFaultOfThePages() async throws {
        // Ports that were just given back.
        let ports = [try server().port, try server().port]
        let sample = SampleLinks("⟦http://127.0.0.1:\(ports[0])/⟧ ⟦http://127.0.0.1:\(ports[1])/⟧")
        let automatic = try await check(.automatic).run(written: sample.links, pages: { sample.links })
        #expect(automatic.findings.isEmpty)
        #expect(automatic.tally.unchecked == 2)
        #expect(automatic.tally.uncheckedReason?.contains("no network") == true)
        let online = try await check(.online).run(written: sample.links, pages: { sample.links })
        #expect(online.findings.map(\.rule) == ["links/broken", "links/broken"])
    }

    @Test func silenceOfOneIsAFaultWhereOthersAnswer() async throws {
        let server = try server()
        let port = try self.server().port
        let sample = SampleLinks("⟦http://127.0.0.1:\(server.port)/⟧ ⟦http://127.0.0.1:\(port)/⟧")
        let result = try await check(.automatic).run(written: sample.links, pages: { sample.links })
        #expect(result.findings.map(\.span) == [sample.links[1].origin.span])
    }

    @Test func whatWasGoodIsANoteForAWhile() async throws {
        let server = try server()
        let address = "http://127.0.0.1:\(server.port)/gone"
        let sample = SampleLinks("⟦\(address)⟧")
        let result = try await check(.online, ledger: [address: "2026-06-10"]).run(pages: { sample.links })
        #expect(result.findings.map(\.rule) == ["links/quarantined"])
        #expect(result.tally.quarantined == 1)
    }

    /// The ledger knows addresses as authors mean them, wherever a run asks them: at another port each time, here.
    @Test func theLedgerKeepsWhatWasWritten() async throws {
        let sample = SampleLinks("⟦https://Ropes.dev/a#part⟧ ⟦https://ropes.dev/gone⟧ ⟦https://www.ropes.dev/a⟧")
        var ledger = LinkLedger()
        for _ in 0..<2 {
            let server = try server()
            let base = "http://127.0.0.1:\(server.port)/"
            let names = ["https://ropes.dev/", "https://Ropes.dev/", "https://www.ropes.dev/"]
            let remap = "remap: {\(names.map { "'\($0)': '\(base)'" }.joined(separator: ", "))}"
            let check = try check(
                .online, ledger: ["https://ropes.dev/gone": "2026-06-10"], settings: remap)
            let result = await check.run(pages: { sample.links })
            #expect(result.findings.map(\.rule) == ["links/quarantined"])
            #expect(result.tally.line == "external links: 3 addresses on 2 hosts: 2 good, 1 in quarantine")
            // The one that two addresses lead to is asked once.
            #expect(Set(server.requests.map(\.path)) == ["/a", "/gone"])
            #expect(server.requests.filter { $0.path == "/a" }.count == 1)
            let today = try #require(CalendarDate("2026-06-15"))
            ledger = ledger.recording(result.verdicts, on: today, isWhole: true, quarantine: 10)
            #expect(ledger.lastGood == ["https://ropes.dev/a": today, "https://www.ropes.dev/a": today])
        }
    }

    @Test func aSecondRunRemembers() async throws {
        let folder = try TemporaryFolder()
        let server = try server()
        let base = "http://127.0.0.1:\(server.port)"
        let sample = SampleLinks("⟦\(base)/a#part⟧ ⟦\(base)/b⟧ ⟦\(base)/gone⟧")
        for _ in 0..<2 {
            let result = try await check(.online, cache: folder.path + "/links.txt").run(pages: { sample.links })
            #expect(result.findings.map(\.rule) == ["links/broken"])
            // `/gone` is asked by HEAD and by GET.
            #expect(server.requests.count == 4)
        }
    }

    @Test func partsShareTheAddresses() async throws {
        let server = try server()
        let addresses = (0..<20).map { "⟦http://127.0.0.1:\(server.port)/\($0)⟧" }
        let sample = SampleLinks(addresses.joined(separator: " "))
        for part in 1...3 {
            _ = try await check(.online, shard: Shard("\(part)/3")).run(pages: { sample.links })
        }
        #expect(server.requests.map(\.path).sorted() == (0..<20).map { "/\($0)" }.sorted())
    }
}
