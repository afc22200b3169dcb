import Foundation
import TestSupport
import Testing

extension BrowserTests {
    /// What every page of this repository's own site has to keep to.
    @Suite struct QualityTests {
        private static let base = "https://docs.example.com/loki/"

        /// Visits each page, served at the site's own address.
        private func visit(
            _ body: (BrowserPage, String) async throws -> Void
        ) async throws {
            let site = try await BuiltSites.own()
            let pages = try site.pages()
            try #require(pages.count > 15)
            try await Browser.withPage { page in
                try await page.serve(site.url.appendingPathComponent("site"), at: Self.base)
                for path in pages {
                    page.forget()
                    try await body(page, path)
                }
            }
        }

        /// In the light scheme axe-core judges everything; in the dark one what a scheme can change.
        @Test(.enabled(if: PageAudit.script != nil, "axe-core is not installed: make test installs it"))
        func nothingSeriousKeepsAnyoneOut() async throws {
            try await visit { page, path in
                try await page.setMedia(scheme: .light, reducesMotion: true)
                try await page.open(Self.base + path)
                #expect(try await PageAudit.findings(on: page).isEmpty, "\(path)")
                try await page.setMedia(scheme: .dark, reducesMotion: true)
                // What the guide repeats of the chapters was judged on their own pages.
                let repeated = path == "guide.html" ? ".chapter ~ .chapter" : nil
                let dark = try await PageAudit.findings(
                    on: page, rules: ["color-contrast", "link-in-text-block"], except: repeated)
                #expect(dark.isEmpty, "\(path) in the dark")
            }
        }

        @Test func pagesLoadQuietlyFromTheirOwnSiteAndStandStill() async throws {
            try await visit { page, path in
                try await page.open(Self.base + path)
                #expect(page.problems == [], "\(path)")
                #expect(page.requests.allSatisfy { $0.hasPrefix(Self.base) }, "\(path): \(page.requests)")
                #expect(try await page.layoutShift() == 0, "\(path)")
                try await page.setViewport(width: 390, height: 844)
                try await page.open(Self.base + path)
                #expect(try await page.layoutShift() == 0, "\(path), narrow")
                try await page.setViewport(width: 1440, height: 900)
            }
        }

        @Test func pagesFitNarrowScreensAndLargeText() async throws {
            try await visit { page, path in
                try await page.setViewport(width: 320, height: 640)
                try await page.open(Self.base + path)
                #expect(try await page.overflow() == [], "\(path) at 320 pixels")
                // A window of 1280 pixels at 200 %.
                try await page.setViewport(width: 640, height: 400, scale: 2)
                #expect(try await page.overflow() == [], "\(path) at 200 %")
            }
        }

        @Test func pagesOpenFromTheFileSystem() async throws {
            let site = try await BuiltSites.own()
            try await Browser.withPage { page in
                // The page for wrong addresses alone links from the root of its server.
                for path in try site.pages() where path != "404.html" && path != "guide.html" {
                    page.forget()
                    try await page.open(site.page(path))
                    #expect(page.problems == [], "\(path)")
                    #expect(
                        page.requests.allSatisfy { $0.hasPrefix(site.url.absoluteString) }, "\(path): \(page.requests)")
                    #expect(try await page.count(of: "html[data-js]") == 1, "\(path)")
                }
            }
        }
    }
}
