import BuiltIn
import Diagnostics
import Foundation
import Site
import TestSupport
import Testing

@testable import Preview

/// The preview serves each file that a build writes, with the same bytes.
@Suite struct EveryFileTests {
    /// The starter site with all that a site can have besides: an address and days of last changes (so a feed, a sitemap
    /// and a card), a ledger of links, a guide in Markdown, an old address, a file that a page links to.
    private func site() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for (path, bytes) in BuiltIn.starter { try folder.write(bytes, to: path) }
        let settings = try folder.read("galley.yml")
            .replacing("# url: https://docs.example.com/", with: "url: https://docs.example.com/ferry/")
            .replacing("# markdown: docs/handbook.md", with: "markdown: docs/handbook.md")
        try folder.write(
            settings + "links: {ledger: content/links.ledger}\nredirects: {old.html: 01-first-steps.md}\n",
            to: "galley.yml")
        try folder.write("https://example.com/ 2026-05-01\n", to: "content/links.ledger")
        try folder.write("a,b\n1,2\n", to: "content/files/table.csv")
        let page = try folder.read("content/03-writing.md")
        try folder.write(
            page + "\nA [table](files/table.csv), and [a site](https://example.com/).\n", to: "content/03-writing.md")
        try commit(folder)
        return folder
    }

    private func commit(_ folder: TemporaryFolder) throws {
        let person = ["-c", "user.name=Test", "-c", "user.email=test@example.com", "-c", "commit.gpgsign=false"]
        for arguments in [["init", "--quiet"], ["add", "."], person + ["commit", "--quiet", "--message", "All"]] {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = ["git"] + arguments
            process.currentDirectoryURL = folder.url
            process.environment = ProcessInfo.processInfo.environment.merging([
                "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null",
            ]) { $1 }
            try process.run()
            process.waitUntilExit()
            try #require(process.terminationStatus == 0)
        }
    }

    private func press(_ folder: TemporaryFolder) async throws -> Press {
        var findings: [Diagnostic] = []
        let project = try await Project.read(
            root: folder.path, configurationPath: "galley.yml", width: 2, today: "2026-05-05", into: &findings)
        return Press(project, version: "test", into: &findings)
    }

    @Test func servedAsItIsBuilt() async throws {
        let folder = try site()
        // What is uncommitted would be of today; the outputs are, and do not count.
        _ = try await press(folder).build()
        let desk = try await Desk(folder)
        let built = try folder.contents(below: "site").filter { $0.key != ".galley" }
        let kinds = [
            "index.html", "404.html", "guide.html", "guide.md", "first-steps.html", "first-steps.md", "proof.html",
            "links.html", "old.html", "card.png", "feed.xml", "sitemap.xml", "robots.txt", "llms.txt",
            "files/table.csv", "search/index.js",
        ]
        #expect(Set(kinds).subtracting(built.keys) == [], "the site has every kind of file")
        for (path, bytes) in built {
            let response = await desk.get("/" + path)
            #expect(response.status == 200, "\(path)")
            guard case .bytes(let served) = response.body else {
                Issue.record("\(path) is a stream")
                continue
            }
            #expect(Self.withoutAdditions(served, path) == bytes, "\(path)")
        }
    }

    /// A page without the preview's own script and style, and without what tells its examples apart.
    private static func withoutAdditions(_ bytes: [UInt8], _ path: String) -> [UInt8] {
        guard path.hasSuffix(".html") else { return bytes }
        let text = String(decoding: bytes, as: UTF8.self)
            .replacing(#/<(?:link rel="stylesheet" href|script src)="/-/.*\n/#, with: "")
            .replacing(#/\ data-(?:snippet|dataset)="[^"]*"/#, with: "")
        return Array(text.utf8)
    }

    /// What a page is checked against names each file that a build writes, and no other. The index to search has names that
    /// tell its content.
    @Test func theAddressesAreThoseOfTheBuild() async throws {
        let folder = try site()
        let press = try await press(folder)
        _ = await press.build()
        let built = try folder.contents(below: "site").keys.filter { path in
            path != ".galley" && (!path.hasPrefix("search/") || path == "search/index.js")
        }
        #expect(PageCheck.addresses(in: press).map(\.text).sorted() == built.sorted())
    }

    /// An open page asks for files that its own state names, when the sources are of another one by now.
    @Test func filesOfEarlierStatesAreServedOn() async throws {
        let folder = try site()
        let desk = try await Desk(folder)
        let index = await desk.get("/search/index.js")
        let fingerprint = try #require(index.text.firstMatch(of: /"texts":"0 ([0-9a-f]+)/)?.output.1)
        let texts = "/search/texts-0.\(fingerprint).js"
        let page = try folder.read("content/01-first-steps.md")
        try folder.write(page + "\nAnother word: zephyr.\n", to: "content/01-first-steps.md")
        try await desk.site.read(changed: ["content/01-first-steps.md"])
        #expect(await desk.get("/search/index.js").text != index.text)
        let response = await desk.get(texts)
        #expect(response.status == 200)
        #expect(!response.text.contains("zephyr"))
    }
}
