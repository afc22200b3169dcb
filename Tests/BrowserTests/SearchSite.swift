import Diagnostics
import Foundation
import Site
import TestSupport
import Testing

/// The site that is searched, and how scripts of tests ask it.
extension BrowserTests.SearchTests {
    private static let pages = [
        "01-limits.md": """
        # Limits

        What a query may ask for.

        ## Series

        Set `max_query_length_series`, and see `max_query_series`.

        ## Range

        Set `max_query_length` to a month. A query filter comes before the line.
        """,
        "02-flags.md": """
        # Flags

        ## Names

        The file of the config, and where it lies.

        ## Start

        ```bash
        loki -config.file=/etc/loki/loki.yaml
        ```
        """,
        "03-tenants.md": """
        # Tenants

        ## Header

        Send `X-Scope-OrgID` with each request.

        ## Organisation

        Each has an orgid of its own. The line filter of a query is cheap.
        """,
        "04-retention.md": """
        # Retention

        How long lines live.

        ## Deletion

        The retention ends after a month, as `retention_period` says.

        ## Numbers {#numbers}

        `unwrap` takes a number out of a line. Füße über Straßen.
        """,
    ]

    func site(folder: String = "") async throws -> TemporaryFolder {
        let project = try SampleProjects.themed()
        for path in project.files() where path.hasPrefix("content/") { try project.remove(path) }
        for (name, text) in Self.pages { try project.write(text, to: "content/\(name)") }
        try project.write(
            """
            site: {title: Sample}
            publications:
              - id: sample
                title: Sample
                source: content
                path: "\(folder)"
                navigation: [{title: All, pages: [\(Self.pages.keys.sorted().joined(separator: ", "))]}]
            """, to: "galley.yml")
        try await Self.build(project)
        return project
    }

    static func build(_ project: TemporaryFolder) async throws {
        var findings: [Diagnostic] = []
        let read = try await Project.read(
            root: project.path, configurationPath: "galley.yml", width: 2, today: "2026-05-05", into: &findings)
        let result = await Press(read, version: "test", into: &findings).build()
        try #require(!findings.contains { $0.severity == .error } && result.findings.isEmpty)
    }

    /// Opens a page with a script of the test's own, and gives what that script left in `told`.
    func run(
        _ script: String, on page: String, of project: TemporaryFolder, isQuiet: Bool = true
    ) async throws -> String {
        let depth = page.split(separator: "/").count - 1
        let probe = """
            const wait = (test) => new Promise((done) => {
              const look = () => { const value = test(); if (value) done(value); else setTimeout(look, 5); };
              look();
            });
            const press = (key, target = document.activeElement) =>
              target.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
            const opened = async () => wait(() => document.querySelector("dialog[open] .search-input"));
            const ask = async (text) => {
              const input = await opened();
              input.value = text;
              input.dispatchEvent(new Event("input"));
              await wait(() => document.querySelector("dialog").dataset.shown === text);
              return [...document.querySelectorAll(".search-option")];
            };
            const tell = (told) => { document.documentElement.dataset.told = encodeURIComponent(JSON.stringify(told)); };
            addEventListener("load", async () => {
              try { \(script) } catch (error) { tell(String(error)); }
            });
            """
        try project.write(probe, to: "site/probe.js")
        let html = try project.read("site/\(page)")
        let way = String(repeating: "../", count: depth)
        let path = page.replacing(".html", with: "-probe.html")
        try project.write(
            html.replacing("</head>", with: "<script src=\"\(way)probe.js\"></script></head>"), to: "site/\(path)")
        let (told, problems) = try await Browser.withPage { page in
            try await page.open(project.url.appendingPathComponent("site/\(path)"))
            try await page.wait(until: "document.documentElement.dataset.told !== undefined")
            let told = try await page.evaluate("document.documentElement.dataset.told", as: String.self)
            return (told, page.problems)
        }
        #expect(problems == [] || !isQuiet)
        return try #require(told.removingPercentEncoding)
    }

    func run<Told: Decodable>(
        _ script: String, on page: String, of project: TemporaryFolder, isQuiet: Bool = true, as type: Told.Type
    ) async throws -> Told {
        let told = try await run(script, on: page, of: project, isQuiet: isQuiet)
        return try #require(try? JSONDecoder().decode(type, from: Data(told.utf8)), "\(told)")
    }
}
