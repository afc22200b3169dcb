import TestSupport
import Testing

@testable import Site

/// Full addresses are looked up among the pages and anchors that a build makes.
@Suite struct PublishedAddressTests {
    @Test(
        arguments: [
            ("https://elsewhere.example/arrival.html", .elsewhere),
            ("https://harbour.example/bookshop", .elsewhere),
            ("https://harbour.example/book/", .found(sources: [])),
            ("https://harbour.example/book/guide.html", .found(sources: [])),
            ("https://harbour.example/book/mooring.html", .found(sources: ["content/02-mooring.md"])),
            ("https://harbour.example/book/mooring.html#ropes", .found(sources: ["content/02-mooring.md"])),
            ("https://harbour.example/book/mooring.html#rope", .anchorMissing("rope", nearest: "ropes")),
            ("https://harbour.example/book/moorings.html", .pageMissing(nearest: "mooring.html")),
            ("https://harbour.example/book/nothing/like/it", .pageMissing(nearest: nil)),
        ] as [(String, PublishedAddress)])
    func anAddressIsLookedUp(address: String, expected: PublishedAddress) async throws {
        let build = try await SampleBuild(try SampleProjects.minimal())
        #expect(build.project.manuscript.published(address) == expected)
    }
}
