import Diagnostics
import Foundation
import Site
import TestSupport
import Testing

/// Built pages as a browser shows them, opened from the file system.
@Suite(.serialized, .enabled(if: Browser.isInstalled, "chromium is not installed: apt-get install chromium"))
struct BrowserTests {
    private func site() async throws -> TemporaryFolder {
        let folder = try SampleProjects.themed()
        var findings: [Diagnostic] = []
        let project = try await Project.read(
            root: folder.path, configurationPath: "galley.yml", width: 2, today: "2026-05-05", into: &findings)
        let result = await Press(project, version: "test", into: &findings).build()
        try #require(findings.isEmpty && result.findings.isEmpty)
        return folder
    }

    @Test func scriptsRunUnderThePolicy() async throws {
        let visit = try Browser.open("arrival.html", of: try await site())
        #expect(visit.console == [])
        #expect(visit.document.contains("data-js=\"\""), "the script in the head ran")
        #expect(visit.document.contains("role=\"tablist\""), "tabs have a list to choose from")
        #expect(visit.document.contains("class=\"copy\""), "code can be copied")
    }

    @Test(arguments: ["index.html", "guide.html", "more/customs.html", "404.html", "mooring.html"])
    func noPageComplains(path: String) async throws {
        let visit = try Browser.open(path, of: try await site())
        // From the file system the page for wrong addresses can't reach its style sheet: it links from the root.
        #expect(visit.console == [] || path == "404.html")
        #expect(visit.document.contains("<main"))
    }

    /// A page of the test's own beside the others says what the style sheet came to.
    @Test func stylesApplyUnderThePolicy() async throws {
        let folder = try await site()
        let html = try folder.read("site/arrival.html")
        try folder.write(
            "addEventListener('load', () => { document.documentElement.dataset.font = getComputedStyle(document.body).fontFamily;"
                + " document.documentElement.dataset.display = getComputedStyle(document.querySelector('.skip')).position; });",
            to: "site/probe.js")
        try folder.write(
            html.replacing("</head>", with: "<script src=\"probe.js\"></script></head>"), to: "site/probe.html")
        let visit = try Browser.open("probe.html", of: folder)
        #expect(visit.console == [])
        #expect(
            visit.document.contains("data-display=\"absolute\"") || visit.document.contains("data-display=\"fixed\""))
    }

    @Test func thePolicyRefusesWhatPagesDoNotBring() async throws {
        let folder = try await site()
        let html = try folder.read("site/arrival.html")
        let hostile =
            "<script>document.documentElement.dataset.hostile = 1</script><img src=\"https://example.invalid/x.png\">"
        try folder.write(html.replacing("</main>", with: hostile + "</main>"), to: "site/hostile.html")
        let visit = try Browser.open("hostile.html", of: folder)
        #expect(!visit.document.contains("data-hostile"))
        #expect(visit.console.count { $0.contains("Content Security Policy") } >= 2, "\(visit.console)")
    }

    @Test func everythingIsReadableWithoutScripts() async throws {
        // The browser's own switch would take it the means to tell what it shows, so a policy forbids the page's scripts.
        let folder = try await site()
        let policy = "<head><meta http-equiv=\"Content-Security-Policy\" content=\"script-src 'none'\">"
        try folder.write(try folder.read("site/arrival.html").replacing("<head>", with: policy), to: "site/quiet.html")
        let visit = try Browser.open("quiet.html", of: folder)
        #expect(!visit.document.contains("data-js"))
        #expect(!visit.document.contains("role=\"tablist\""))
        for text in [
            "Call the <em>pilot</em>", "Hoist the flag:", "Show the lamp:", "The harbour is closed in a storm.",
        ] {
            #expect(visit.document.contains(text))
        }
        #expect(!visit.document.contains(" hidden=\"\">Hoist"))
    }

    @Test func oldAddressesLeadOn() async throws {
        let visit = try Browser.open("old/customs.html", of: try await site())
        #expect(visit.document.contains("id=\"duty\""), "the page that the address leads to")
    }
}
