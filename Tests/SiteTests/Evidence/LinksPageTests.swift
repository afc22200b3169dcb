import TestSupport
import Testing

@testable import Site

@Suite struct LinksPageTests {
    private func outputs(ledger: String?) async throws -> [String: [UInt8]] {
        let folder = try SampleProjects.minimal()
        let configuration = try folder.read("galley.yml")
        try folder.write(configuration + "links: {ledger: links.ledger}\n", to: "galley.yml")
        if let ledger { try folder.write(ledger, to: "links.ledger") }
        return try await SampleBuild.outputs(of: folder)
    }

    @Test func itShowsWhatTheLedgerSaysOfEachHost() async throws {
        let outputs = try await outputs(
            ledger: "https://b.dev/ 2026-06-03\nhttps://a.dev/x 2026-06-01\nhttps://a.dev/y 2026-06-02\n")
        let page = String(decoding: try #require(outputs["site/links.html"]), as: UTF8.self)
        #expect(page.contains("The pages lead to 3 addresses on 2 hosts"))
        let first = try #require(page.range(of: "a.dev</th><td class=\"right\">2</td>"))
        let second = try #require(page.range(of: "b.dev</th><td class=\"right\">1</td>"))
        #expect(first.lowerBound < second.lowerBound)
        #expect(page.contains("<time datetime=\"2026-06-01\">2026-06-01</time></td><td><time datetime=\"2026-06-02\">"))
    }

    @Test func withoutALedgerThereIsNoPage() async throws {
        #expect(try await outputs(ledger: nil)["site/links.html"] == nil)
    }
}
