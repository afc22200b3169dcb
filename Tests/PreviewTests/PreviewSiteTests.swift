import Diagnostics
import Foundation
import Site
import TestSupport
import Testing

@testable import Preview

/// What pages show as sources change, break and are mended.
@Suite struct PreviewSiteTests {
    private func change(_ path: String, to text: String, _ desk: Desk) async throws {
        try desk.folder.write(text, to: path)
        try await desk.site.read(changed: [path])
    }

    @Test func pagesFollowTheirFragment() async throws {
        let desk = try await Desk(SampleProjects.minimal())
        let before = await desk.get("/mooring.html")
        try await change("content/02-mooring.md", to: "# Ropes\n\nTie them well.\n", desk)
        let after = await desk.get("/mooring.html")
        #expect(after.text.contains("Tie them well."))
        #expect(after["ETag"] != before["ETag"])
        // The title stands on other pages as well.
        #expect(await desk.get("/arrival.html").text.contains("Ropes"))
        #expect(await desk.get("/index.html").text.contains("Ropes"))
    }

    @Test func pagesFollowWhatTheyInclude() async throws {
        let desk = try await Desk(SampleProjects.minimal())
        try await change("content/_shared/note.md", to: "A word about lighthouses.\n", desk)
        #expect(await desk.get("/arrival.html").text.contains("A word about lighthouses."))
    }

    @Test func pagesFollowThemeAndConfiguration() async throws {
        let desk = try await Desk(SampleProjects.minimal())
        let page = await desk.get("/arrival.html").text
        try await change("theme/assets/style.css", to: "body { color: teal; }\n", desk)
        let restyled = await desk.get("/arrival.html").text
        #expect(restyled != page)
        let style = try #require(restyled.firstMatch(of: /href="(assets\/style\.[0-9a-f]+\.css)"/)?.output.1)
        #expect(await desk.get("/\(style)").text == "body { color: teal; }\n")
        let text = try desk.folder.read("galley.yml").replacing("title: Harbour\n", with: "title: Port\n")
        try await change("galley.yml", to: text, desk)
        #expect(await desk.get("/index.html").text.contains("Port"))
    }

    @Test func pagesThatComeAndGo() async throws {
        let desk = try await Desk(SampleProjects.minimal())
        try desk.folder.write("# Pilots\n\nThey know the way.\n", to: "content/04-pilots.md")
        let text = try desk.folder.read("galley.yml")
        let listed = text.replacing("02-mooring.md]", with: "02-mooring.md, 04-pilots.md]")
        try desk.folder.write(listed, to: "galley.yml")
        try await desk.site.read(changed: ["content/04-pilots.md", "galley.yml"])
        #expect(await desk.get("/pilots.html").text.contains("They know the way."))
        try desk.folder.write(text, to: "galley.yml")
        try desk.folder.remove("content/04-pilots.md")
        try await desk.site.read(changed: ["content/04-pilots.md", "galley.yml"])
        #expect(await desk.get("/pilots.html").status == 404)
        #expect(await desk.site.findings == [])
    }

    @Test func theLastGoodPageStays() async throws {
        let desk = try await Desk(SampleProjects.minimal())
        let text = try desk.folder.read("content/02-mooring.md")
        let good = await desk.get("/mooring.html").text
        try await change("content/02-mooring.md", to: text + "\n{{include nowhere.md}}\n", desk)
        #expect(await desk.get("/mooring.html").text == good)
        let finding = try #require(await desk.site.findings.first)
        #expect(finding.rule == "include/missing")
        #expect(finding.span.text == "nowhere.md")
        // Other pages go on.
        let customs = try desk.folder.read("content/more/03-customs.md")
        try await change("content/more/03-customs.md", to: customs + "\nPay here.\n", desk)
        #expect(await desk.get("/more/customs.html").text.contains("Pay here."))
        #expect(await desk.get("/mooring.html").text == good)
        // It mends itself as soon as the file that was missed comes.
        try await change("content/nowhere.md", to: "Here after all.\n", desk)
        #expect(await desk.get("/mooring.html").text.contains("Here after all."))
        #expect(await desk.site.findings.filter { $0.severity == .error && $0.rule == "include/missing" } == [])
    }

    @Test(arguments: [
        ("galley.yml", "site: [\n"), ("galley.yml", ""), ("theme/templates/page.mustache", "{{#open}}"),
        ("theme/templates/page.mustache", "{{nonsense}}"), ("content/02-mooring.md", ""),
        ("content/02-mooring.md", "\u{0}"),
    ])
    func brokenSourcesLeaveTheSite(path: String, text: String) async throws {
        let desk = try await Desk(SampleProjects.minimal())
        let (page, sound) = (await desk.get("/mooring.html").text, try desk.folder.read(path))
        try await change(path, to: text, desk)
        #expect(await desk.get("/mooring.html").text == page)
        #expect(await desk.site.findings.contains { $0.span.file.path.hasPrefix("theme") || $0.span.file.path == path })
        try await change(path, to: sound, desk)
        #expect(await desk.get("/mooring.html").text == page)
        #expect(await desk.site.findings == [])
    }

    @Test func aFragmentThatIsGoneLeavesItsPage() async throws {
        let desk = try await Desk(SampleProjects.minimal())
        let page = await desk.get("/mooring.html").text
        try desk.folder.remove("content/02-mooring.md")
        try await desk.site.read(changed: ["content/02-mooring.md"])
        #expect(await desk.get("/mooring.html").text == page)
        #expect(await desk.site.findings.contains { $0.severity == .error })
    }

    @Test func aBrokenBeginningIsToldAndMends() async throws {
        let folder = try SampleProjects.minimal()
        let text = try folder.read("galley.yml")
        try folder.write("site: [\n", to: "galley.yml")
        let desk = try await Desk(folder)
        let empty = await desk.get("/")
        #expect(empty.status == 503)
        #expect(empty.text.contains("/-/preview.js"), "the page hears of the end of it")
        try await change("galley.yml", to: text, desk)
        #expect(await desk.get("/").status == 200)
    }

    /// Reading what changed comes to what reading all does.
    @Test(arguments: 1...6) func changesInAnyOrderComeToTheSame(seed: UInt64) async throws {
        var generator = SeededGenerator(seed: seed)
        let desk = try await Desk(SampleProjects.minimal())
        let files = [
            "content/01-arrival.md", "content/02-mooring.md", "content/_shared/note.md", "content/files/tariff.txt",
        ]
        let sound = try Dictionary(uniqueKeysWithValues: files.map { ($0, try desk.folder.read($0)) })
        for _ in 0..<12 {
            let path = files.randomElement(using: &generator) ?? files[0]
            let texts = [
                sound[path] ?? "", "\(sound[path] ?? "")\nMore.\n", "# Other\n\n{{include files/tariff.txt}}\n",
                "{{include gone.md}}\n",
            ]
            try await change(path, to: texts.randomElement(using: &generator) ?? "", desk)
        }
        for (path, text) in sound { try await change(path, to: text, desk) }
        let fresh = try await Desk(desk.folder)
        #expect(await desk.site.findings == fresh.site.findings)
        for path in ["/arrival.html", "/mooring.html", "/more/customs.html", "/guide.html", "/index.html", "/llms.txt"]
        {
            #expect(await desk.get(path).text == fresh.get(path).text, "\(path)")
        }
    }

    @Test func checksOfAPageTellWhatTheCheckOfTheSiteTells() async throws {
        let desk = try await Desk(SampleProjects.minimal())
        let text =
            "# Mooring\n\nTODO: ropes. [gone](03-gone.md) [wrong](01-arrival.md#nowhere) [right](more/03-customs.md)\n"
        try await change("content/02-mooring.md", to: text, desk)
        let press = try #require(await desk.site.press)
        let found = PageCheck.findings(of: "mooring.html", in: press)
        #expect(Set(found.map(\.rule)) == ["todos/placeholder", "site/link-broken", "site/anchor-missing"])
        #expect(Set(found.map(\.span.text)).isSuperset(of: ["03-gone.md"]))
        let all = await SiteCheck(press).findings().filter { $0.span.file.path == "content/02-mooring.md" }
        #expect(Set(found.filter { $0.rule.family == "site" }) == Set(all))
    }
}
