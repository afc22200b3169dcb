import Diagnostics
import TestSupport
import Testing

@testable import Site

@Suite struct SiteCheckTests {
    private func findings(_ change: (TemporaryFolder) throws -> Void) async throws -> [Diagnostic] {
        let folder = try SampleProjects.minimal()
        try change(folder)
        return await SiteCheck(try await SampleBuild(folder).press).findings()
    }

    private func findings(ofFragment text: String) async throws -> [Diagnostic] {
        // Other fragments link to what this one no longer has.
        try await findings { try $0.write(text, to: "content/01-arrival.md") }
            .filter { $0.span.file.path == "content/01-arrival.md" }
    }

    @Test func theSampleIsSound() async throws {
        #expect(try await findings { _ in }.isEmpty)
    }

    @Test func theSitesOwnAddressLeadsToItsPages() async throws {
        let marked = MarkedText(
            """
            # Arrival

            [a](https://harbour.example/book/mooring.html#ropes) [b](https://harbour.example/book/)
            [c](⟦https://harbour.example/book/moring.html⟧) [d](⟦https://harbour.example/book/mooring.html#rope⟧)
            [e](https://harbour.example/bookshop)
            """)
        let findings = try await findings(ofFragment: marked.text)
        #expect(findings.map(\.rule) == ["site/link-broken", "site/anchor-missing"])
        #expect(findings.map(\.span.range) == marked.ranges)
        #expect(findings[0].fix?.edits.map(\.replacement) == ["https://harbour.example/book/mooring.html"])
        #expect(findings[1].fix?.edits.map(\.replacement) == ["https://harbour.example/book/mooring.html#ropes"])
    }

    @Test func eachFileOfASourceSetIsThere() async throws {
        let image = "<img src=\"files/flag.svg\" alt=\"x\" srcset=\"files/flog.svg 1x, files/flag.svg 2x\">"
        let findings = try await findings(ofFragment: "# Arrival\n\n![x](files/flag.svg)\n\n\(image)\n")
        #expect(findings.map(\.rule) == ["site/image-missing"])
        #expect(findings.map(\.message) == ["the site has no file `files/flog.svg`"])
    }

    @Test func stylesLoadWhatTheThemeHas() async throws {
        let marked = MarkedText(
            """
            @import "⟦base.css⟧";
            /* url(commented.png) */
            a { background: url(dot.svg); cursor: url("⟦dott.svg⟧") }
            b { background: url(data:image/png;base64,AA==) }
            """)
        let findings = try await findings { try $0.write(marked.text, to: "theme/assets/style.css") }
        #expect(findings.map(\.rule) == ["site/image-missing", "site/image-missing"])
        #expect(findings.map(\.span.file.path) == ["theme/assets/style.css", "theme/assets/style.css"])
        #expect(findings.map(\.span.range) == marked.ranges)
        #expect(findings[1].help == "did you mean `dot.svg`?")
    }

    @Test func anAnchorThatOnlyThePageHasIsMissingInTheComposedGuide() async throws {
        // The page of a chapter numbers footnotes with anchors of its own; Markdown has none.
        let marked = MarkedText("# Arrival\n\nA note[^1], see [it](⟦#fn-1⟧).\n\n[^1]: The note.\n")
        let findings = try await findings(ofFragment: marked.text)
        #expect(findings.map(\.rule) == ["site/anchor-missing"])
        #expect(findings.map(\.span.range) == marked.ranges)
    }

    @Test func theNearestAnchorOfTheGuideIsOfferedAsTheAuthorKnowsIt() async throws {
        // Another chapter has a section of the same name, so that the guide calls this one `fn-2-1`.
        let marked = MarkedText(
            "# Arrival\n\nA note[^1], see [it](⟦#fn-1⟧).\n\n## Ropes\n\n## Fn 2\n\n[^1]: The note.\n")
        let findings = try await findings {
            try $0.write(marked.text, to: "content/02-mooring.md")
            try $0.write("# Arrival\n\n## Fn 2\n", to: "content/01-arrival.md")
        }.filter { $0.message.contains("composed guide") }
        #expect(findings.map(\.rule) == ["site/anchor-missing"])
        #expect(findings.map(\.span.range) == marked.ranges)
        #expect(findings[0].help == "did you mean `#fn-2`?")
        #expect(findings[0].fix?.edits == [.init(findings[0].span, "#fn-2")])
    }

    /// Pages go without such addresses, and the link would lead to the page itself.
    @Test func addressesThatPagesLeaveOutAreTold() async throws {
        let marked = MarkedText(
            """
            # Arrival

            [a](⟦javascript:alert(1)⟧) [b](⟦file:///etc/passwd⟧) [c](⟦DATA:text/html,x⟧) [d](<⟦vbscript:x⟧>) [e]()

            """)
        let findings = try await findings(ofFragment: marked.text)
        #expect(findings.map(\.rule.text) == Array(repeating: "site/link-broken", count: 4))
        #expect(findings.map(\.span.range) == marked.ranges)
    }
}
