import Foundation
import TestSupport
import Testing

/// The pictures that are taken.
enum Screenshots {
    static let folder = ProcessInfo.processInfo.environment["GALLEY_SCREENSHOTS"].map { URL(fileURLWithPath: $0) }

    struct View: Sendable, CustomTestStringConvertible {
        let name: String
        let path: String
        var width = 1440
        var height = 900
        var scheme = BrowserPage.Scheme.light
        /// What is done on the page before the picture is taken.
        var prepare: @Sendable (BrowserPage) async throws -> Void = { _ in }

        var testDescription: String { name }
    }

    static let views = [
        View(name: "landing", path: "index.html"),
        View(name: "landing-dark", path: "index.html", scheme: .dark),
        View(name: "landing-narrow", path: "index.html", width: 390, height: 844),
        View(name: "chapter", path: "logql.html"),
        View(name: "chapter-dark", path: "query-optimization.html", scheme: .dark),
        View(name: "chapter-narrow", path: "logql.html", width: 390, height: 844),
        View(name: "chapter-320", path: "security.html", width: 320, height: 640),
        View(name: "drawer", path: "logql.html", width: 390, height: 844) { page in
            try await page.click(".menu")
            try await page.wait(
                until: "document.querySelector('.sidebar').getBoundingClientRect().left === 0")
        },
        View(name: "search", path: "logql.html") { page in
            guard try await page.count(of: "[data-search-open], .search-button, .search-open") > 0 else { return }
            try await page.press("/")
            try await page.type("retention")
            try await page.wait(until: "document.querySelector('[role=listbox] [role=option]')")
        },
        View(name: "proof", path: "logql.html") { page in
            try await page.click(".proof-line summary")
        },
        View(name: "proof-dark", path: "monitoring.html", scheme: .dark) { page in
            try await page.click(".proof-line summary")
        },
        View(name: "wrapped", path: "logql.html", width: 700) { page in
            try await page.wait(until: "document.querySelector('.wrap:not([hidden])')")
            try await page.click(".wrap:not([hidden])")
        },
        View(name: "chart", path: "query-optimization.html") { page in
            try await page.run(
                "document.querySelector('figure.chart').scrollIntoView({ block: 'start', behavior: 'instant' })")
        },
        View(name: "lines", path: "query-optimization.html") { page in
            try await page.run(
                "document.querySelector('#pattern-p95').scrollIntoView({ block: 'start', behavior: 'instant' })")
        },
        View(name: "proofs", path: "proof.html"),
        View(name: "not-found", path: "404.html"),
    ]
}

extension BrowserTests {
    /// Pictures of what readers see, for people to look at: `make screenshots` says where to, by `GALLEY_SCREENSHOTS`.
    @Suite(.enabled(if: Screenshots.folder != nil, "make screenshots takes the pictures"))
    struct ScreenshotTests {
        @Test(arguments: Screenshots.views) func view(_ view: Screenshots.View) async throws {
            let folder = try #require(Screenshots.folder)
            let site = try await BuiltSites.own()
            try await Browser.withPage { page in
                try await page.serve(site.url.appendingPathComponent("site"), at: "https://docs.example.com/loki/")
                try await page.setMedia(scheme: view.scheme, reducesMotion: true)
                try await page.setViewport(width: view.width, height: view.height)
                try await page.open("https://docs.example.com/loki/\(view.path)")
                try await view.prepare(page)
                try Self.write(try await page.screenshot(), to: folder.appendingPathComponent("\(view.name).png"))
            }
        }

        /// The whole guide as an auditor gets it, and pictures of its first pages.
        @Test func guideOnPaper() async throws {
            let folder = try #require(Screenshots.folder)
            let site = try await BuiltSites.own()
            try await Browser.withPage { page in
                try await page.open(site.page("guide.html"))
                let pdf = folder.appendingPathComponent("guide.pdf")
                try Self.write(try await page.pdf(), to: pdf)
                let process = Process()
                process.executableURL = URL(fileURLWithPath: "/usr/bin/pdftoppm")
                process.arguments = ["-png", "-r", "70", "-l", "4", pdf.path, folder.path + "/paper"]
                try process.run()
                process.waitUntilExit()
                #expect(process.terminationStatus == 0)
            }
        }

        @Test func socialCard() async throws {
            let folder = try #require(Screenshots.folder)
            let card = try Data(contentsOf: try await BuiltSites.own().page("card.png"))
            try Self.write(Array(card), to: folder.appendingPathComponent("card.png"))
        }

        static func write(_ bytes: [UInt8], to file: URL) throws {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(bytes).write(to: file)
        }
    }
}
