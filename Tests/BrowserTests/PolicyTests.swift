import Foundation
import TestSupport
import Testing

extension BrowserTests {
    /// What pages may do: their own scripts and styles, from the file system too, and nothing else.
    @Suite struct PolicyTests {
        @Test func scriptsAndStylesRunUnderThePolicy() async throws {
            let site = try await BuiltSites.sample()
            try await Browser.withPage { page in
                try await page.open(site.page("arrival.html"))
                #expect(page.problems == [])
                #expect(try await page.count(of: "html[data-js]") == 1, "the script in the head ran")
                #expect(try await page.count(of: "[role=tablist]") > 0, "tabs have a list to choose from")
                #expect(try await page.count(of: ".copy") > 0, "code can be copied")
                #expect(try await page.style("position", of: ".skip") == "fixed", "the style sheet applies")
            }
        }

        @Test func thePolicyRefusesWhatPagesDoNotBring() async throws {
            let folder = try TemporaryFolder(copyOf: try await BuiltSites.sample().url)
            let html = try folder.read("site/arrival.html")
            let hostile =
                "<script>document.documentElement.dataset.hostile = 1</script>"
                + "<img src=\"https://example.invalid/x.png\" alt=\"\">"
            try folder.write(html.replacing("</main>", with: hostile + "</main>"), to: "site/hostile.html")
            try await Browser.withPage { page in
                try await page.open(folder.page("hostile.html"))
                try await page.wait(until: "document.images[document.images.length - 1].complete")
                #expect(try await page.count(of: "[data-hostile]") == 0)
                #expect(page.problems.count { $0.contains("Content Security Policy") } >= 2, "\(page.problems)")
            }
        }

        @Test func oldAddressesLeadOn() async throws {
            let site = try await BuiltSites.sample()
            try await Browser.withPage { page in
                // The page may have moved on before it has loaded, so its end is waited for.
                try await page.call("Page.navigate", ["url": site.page("old/customs.html").absoluteString])
                try await page.wait(until: "document.getElementById('duty')")
            }
        }

        @Test func everythingIsReadableWithoutScripts() async throws {
            let site = try await BuiltSites.sample()
            try await Browser.withPage { page in
                try await page.setScripts(false)
                try await page.open(site.page("arrival.html"))
                #expect(try await page.count(of: "html[data-js]") == 0)
                #expect(try await page.count(of: "[role=tablist], .copy") == 0)
                let text = try await page.evaluate("document.querySelector('main').innerText", as: String.self)
                for part in [
                    "Call the pilot", "Hoist the flag:", "Show the lamp:", "The harbour is closed in a storm.",
                ] {
                    #expect(text.contains(part), "\(part)")
                }
                #expect(try await page.isVisible(".sidebar li a"), "the chapter list")
                #expect(try await !page.isVisible(".scheme"), "a switch that would do nothing")
            }
        }
    }
}
