import Foundation
import FoundationXML
import Testing

@testable import Site

@Suite struct FeedTests {
    private func entry(_ path: String, _ title: String, changed: String?, group: String = "Start") -> SiteEntry {
        SiteEntry(
            path: SitePath(path), markdown: SitePath(path).with(ending: ".md"), title: title,
            description: "About \(title).",
            changed: changed, group: group)
    }

    private var entries: [SiteEntry] {
        [
            entry("a.html", "A & B", changed: "2026-01-02"), entry("b.html", "B", changed: nil, group: "More"),
            entry("c.html", "C", changed: "2026-03-04", group: "More"),
        ]
    }

    @Test func theSitemapListsEachPage() throws {
        let xml = Sitemap.xml(entries, base: "https://x.example/docs/")
        _ = try XMLDocument(xmlString: xml)
        #expect(xml.contains("<loc>https://x.example/docs/a.html</loc>\n    <lastmod>2026-01-02</lastmod>"))
        #expect(xml.contains("<loc>https://x.example/docs/b.html</loc>\n  </url>"))
        #expect(Sitemap.robots(base: nil) == "User-agent: *\nAllow: /\n")
        #expect(Sitemap.robots(base: "https://x.example/").hasSuffix("Sitemap: https://x.example/sitemap.xml\n"))
    }

    @Test func theFeedHasTheNewestFirstAndNoMadeUpDate() throws {
        let xml = try #require(AtomFeed.xml(entries, title: "T", base: "https://x.example/", generator: "Galley"))
        let feed = try XMLDocument(xmlString: xml).rootElement()
        let titles = feed?.elements(forName: "entry").compactMap { $0.elements(forName: "title").first?.stringValue }
        #expect(titles == ["C", "A & B"])
        #expect(feed?.elements(forName: "updated").first?.stringValue == "2026-03-04T00:00:00Z")
        #expect(AtomFeed.xml([entries[1]], title: "T", base: "https://x.example/", generator: "Galley") == nil)
    }

    @Test func theIndexForLanguageModelsLinksTwins() {
        let text = LanguageModelIndex.markdown(entries, title: "T", description: "D.", whole: "guide.md", base: nil)
        #expect(
            text == """
                # T

                > D.

                - [The whole guide](guide.md): all chapters in one Markdown file

                ## Start

                - [A & B](a.md): About A & B.

                ## More

                - [B](b.md): About B.
                - [C](c.md): About C.

                """)
    }
}
