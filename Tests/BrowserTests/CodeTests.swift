import Foundation
import TestSupport
import Testing

extension BrowserTests {
    /// Code frames: copied, wrapped, and their proof opened.
    @Suite struct CodeTests {
        /// A page with a session; what it copies is kept in `copied`.
        private func open(_ page: BrowserPage) async throws {
            let site = try await BuiltSites.sample()
            try await page.serve(site.url.appendingPathComponent("site"), at: "https://harbour.test/")
            try await page.open("https://harbour.test/arrival.html")
            try await page.run(
                "navigator.clipboard.writeText = (text) => { window.copied = text; return Promise.resolve(); }")
        }

        @Test func copyLeavesOutPromptsAndOutput() async throws {
            try await Browser.withPage { page in
                try await open(page)
                try await page.run(
                    "document.getElementById(document.querySelector('figure[data-language=console]').closest('.tab')"
                        + "?.getAttribute('aria-labelledby'))?.click()")
                try await page.click("figure[data-language=console] .copy")
                let copied = try await page.evaluate("window.copied", as: String.self)
                let shown = try await page.text(of: "figure[data-language=console] code")
                #expect(shown.contains("$ ") && !copied.contains("$ "), "\(copied)")
                #expect(copied.split(separator: "\n").count < shown.split(separator: "\n").count, "\(copied)")
                #expect(try await page.text(of: "[role=status]") == "Copied")
            }
        }

        @Test func aRefusedCopyIsSaid() async throws {
            try await Browser.withPage { page in
                try await open(page)
                try await page.run("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))")
                try await page.click(".copy")
                try await page.wait(until: "document.querySelector('[role=status]').textContent.includes('refused')")
            }
        }

        @Test func longLinesWrapOnDemandAndStaySo() async throws {
            let site = try await BuiltSites.own()
            try await Browser.withPage { page in
                try await page.setViewport(width: 400, height: 800)
                try await page.open(site.page("logql.html"))
                let fits =
                    "(() => { const pre = document.querySelector('pre'); return pre.scrollWidth <= pre.clientWidth; })()"
                #expect(try await !page.evaluate(fits, as: Bool.self))
                try await page.wait(until: "document.querySelector('.wrap:not([hidden])')")
                try await page.click(".wrap:not([hidden])")
                #expect(try await page.evaluate(fits, as: Bool.self))
                #expect(try await page.count(of: ".wrap[aria-pressed=true]") > 0)
                try await page.open(site.page("quick-start.html"))
                #expect(try await page.count(of: "html[data-wrap]") == 1, "another page remembers")
            }
        }

        @Test func anAnchorCopiesItsAddress() async throws {
            try await Browser.withPage { page in
                try await open(page)
                let address = try await page.evaluate("document.querySelector('.anchor').href", as: String.self)
                try await page.click(".anchor")
                #expect(try await page.evaluate("window.copied", as: String.self) == address)
                #expect(try await page.evaluate("location.href", as: String.self) == address)
            }
        }

        @Test func theBadgeOfAProofOpensWithoutScripts() async throws {
            let site = try await BuiltSites.own()
            try await Browser.withPage { page in
                try await page.setScripts(false)
                try await page.open(site.page("logql.html"))
                let proof = "figure.code .proof-line[data-level=executed]"
                #expect(try await !page.isVisible("\(proof) dl"))
                try await page.click("\(proof) summary")
                #expect(try await page.isVisible("\(proof) dl"))
                let text = try await page.text(of: "\(proof) dl")
                for part in ["LogQL", "on the data fraiseql", "It was run, and it worked.", "galley snippets run "] {
                    #expect(text.contains(part), "\(text)")
                }
            }
        }

        @Test func aProofLeadsToItsPlaceInTheListOfAll() async throws {
            let site = try await BuiltSites.own()
            try await Browser.withPage { page in
                try await page.open(site.page("logql.html"))
                try await page.click(".proof-line summary")
                try await page.click(".proof-line[open] > p a")
                try await page.wait(
                    until: "location.pathname.endsWith('proof.html') && document.querySelector('tr:target')")
            }
        }
    }
}
