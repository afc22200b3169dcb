import Foundation
import TestSupport
import Testing

extension BrowserTests {
    /// What a reader uses: color scheme, tabs, drawer, contents, footnotes, keys.
    @Suite struct ReadingTests {
        private static let base = "https://harbour.test/"

        private func open(_ path: String, on page: BrowserPage) async throws {
            let site = try await BuiltSites.sample()
            try await page.serve(site.url.appendingPathComponent("site"), at: Self.base)
            try await page.open(Self.base + path)
        }

        private func focused(_ page: BrowserPage) async throws -> String {
            try await page.evaluate("document.activeElement.outerHTML", as: String.self)
        }

        @Test func theChosenSchemeIsThereBeforeTheFirstPaint() async throws {
            try await Browser.withPage { page in
                try await page.setMedia(scheme: .light)
                try await open("arrival.html", on: page)
                let light = try await page.style("background-color", of: "body")
                try await page.click(".scheme")
                try await page.click(".scheme")
                #expect(try await page.evaluate("document.documentElement.dataset.scheme", as: String.self) == "dark")
                let dark = try await page.style("background-color", of: "body")
                #expect(light != dark)
                // The next page: the scheme is set by a script that the parser waits for, before there is a body.
                try await page.call(
                    "Page.addScriptToEvaluateOnNewDocument",
                    [
                        "source": """
                        new MutationObserver(() => {
                          if (document.body && !window.early) window.early = document.documentElement.dataset.scheme ?? "none";
                        }).observe(document, { childList: true, subtree: true });
                        """
                    ])
                try await page.open(Self.base + "more/customs.html")
                #expect(try await page.evaluate("window.early", as: String.self) == "dark")
                #expect(try await page.style("background-color", of: "body") == dark)
                try await page.click(".scheme")
                #expect(try await page.count(of: "html[data-scheme]") == 0, "the system's again")
                try await page.setMedia(scheme: .dark)
                #expect(try await page.style("background-color", of: "body") == dark, "the system's scheme is followed")
            }
        }

        @Test func tabsOfOneTitleMoveTogetherAndAreRemembered() async throws {
            try await Browser.withPage { page in
                try await open("arrival.html", on: page)
                let chosen =
                    "[...document.querySelectorAll('[role=tab][aria-selected=true]')].map((tab) => tab.textContent)"
                let first = try await page.evaluate(chosen, as: [String].self)
                try await page.click("[role=tab][aria-selected=true]")
                try await page.press("ArrowRight")
                let second = try await page.evaluate(chosen, as: [String].self)
                #expect(first[0] != second[0])
                #expect(try await focused(page).contains("aria-selected=\"true\""), "the focus goes along")
                try await page.press("Home")
                #expect(try await page.evaluate(chosen, as: [String].self)[0] == first[0])
                try await page.press("End")
                try await page.open(Self.base + "arrival.html")
                #expect(try await page.evaluate(chosen, as: [String].self) == second)
            }
        }

        @Test func theDrawerHoldsTheFocusAndGivesItBack() async throws {
            try await Browser.withPage { page in
                try await page.setViewport(width: 390, height: 800)
                try await open("arrival.html", on: page)
                #expect(try await !page.isVisible(".sidebar"))
                try await page.click(".menu")
                try await page.wait(
                    until: "document.querySelector('.sidebar').checkVisibility({ visibilityProperty: true })")
                #expect(try await focused(page).contains("Close the chapter list"))
                #expect(try await page.evaluate("document.querySelector('main').inert", as: Bool.self))
                for _ in 0..<40 {
                    try await page.press("Tab")
                    let isInside = try await page.evaluate(
                        "document.activeElement === document.body || document.querySelector('.sidebar').contains(document.activeElement)",
                        as: Bool.self)
                    #expect(isInside)
                }
                try await page.press("Escape")
                try await page.wait(
                    until: "!document.querySelector('.sidebar').checkVisibility({ visibilityProperty: true })")
                #expect(try await focused(page).contains("Open the chapter list"))
            }
        }

        @Test func theContentsFollowTheReader() async throws {
            let site = try await BuiltSites.own()
            try await Browser.withPage { page in
                try await page.open(site.page("logql.html"))
                let section = try await page.evaluate(
                    "[...document.querySelectorAll('.content h2')].at(-3).id", as: String.self)
                try await page.run("document.getElementById('\(section)').scrollIntoView({ behavior: 'instant' })")
                // The section itself is marked, or one below it that is already in reach of the eye.
                try await page.wait(
                    until: "document.querySelector('.toc a[aria-current]')?.closest('.toc details > ol > li')"
                        + "?.querySelector('a').hash === '#\(section)'")
                let top = try await page.evaluate(
                    "document.querySelector('.toc').getBoundingClientRect().top", as: Double.self)
                #expect(top >= 0, "it stays in view")
            }
        }

        @Test func footnotesShowBesideTheirMark() async throws {
            try await Browser.withPage { page in
                try await open("arrival.html", on: page)
                #expect(try await page.count(of: ".footnote-ref a") > 0)
                try await page.hover(".footnote-ref a")
                try await page.wait(until: "!document.querySelector('.footnote-box').hidden")
                let shown = try await page.text(of: ".footnote-box")
                let note = try await page.text(of: ".footnotes li")
                #expect(note.contains(shown.trimmingCharacters(in: .whitespacesAndNewlines)))
                try await page.press("Escape")
                #expect(try await page.evaluate("document.querySelector('.footnote-box').hidden", as: Bool.self))
            }
        }

        /// From the address bar on: the way past the header, to the text, through links, nothing that traps.
        @Test func theKeysLeadThroughThePage() async throws {
            try await Browser.withPage { page in
                try await open("arrival.html", on: page)
                try await page.press("Tab")
                #expect(try await focused(page).contains("Skip to the text"))
                #expect(try await page.isVisible(".skip"))
                try await page.press("Enter")
                try await page.wait(until: "document.activeElement.id === 'galley-main'")
                var seen: [String] = []
                for _ in 0..<200 {
                    try await page.press("Tab")
                    let at = try await page.evaluate(
                        "(document.activeElement === document.body ? '' : (document.activeElement.className || document.activeElement.tagName) + ' ' + (document.activeElement.href ?? ''))",
                        as: String.self)
                    if at.isEmpty { break }
                    seen.append(at)
                }
                #expect(seen.count < 200, "the end of the page is reached")
                #expect(
                    seen.contains { $0.hasPrefix("copy") } && seen.contains { $0.contains("more/customs.html") },
                    "\(seen)")
            }
        }

        @Test func motionStopsForThoseWhoAskForIt() async throws {
            try await Browser.withPage { page in
                try await page.setMedia(reducesMotion: true)
                try await open("arrival.html", on: page)
                #expect(try await page.style("scroll-behavior", of: "html") == "auto")
                let moving = try await page.evaluate(
                    "[...document.querySelectorAll('*')].filter((e) => getComputedStyle(e).transitionDuration !== '0s').length",
                    as: Int.self)
                #expect(moving == 0)
            }
        }

        @Test func theWholeGuidePrints() async throws {
            let site = try await BuiltSites.own()
            try await Browser.withPage { page in
                try await page.open(site.page("guide.html"))
                try await page.setMedia(isPrint: true)
                #expect(try await page.isVisible(".cover-proofs"))
                #expect(try await page.isVisible(".proof-tools"), "who proved it")
                for chrome in [".header", ".sidebar", ".footer", ".copy"] {
                    #expect(try await !page.isVisible(chrome), "\(chrome)")
                }
                #expect(
                    try await page.evaluate(
                        "[...document.querySelectorAll('.tab, main details:not(.proof-line) > *')].every((e) => e.checkVisibility())",
                        as: Bool.self), "everything is unfolded")
            }
        }
    }
}
