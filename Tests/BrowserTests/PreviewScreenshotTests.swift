import Foundation
import TestSupport
import Testing

extension BrowserTests.ScreenshotTests {
    /// The preview of the guide in both schemes: findings over a page, and queries that are tried.
    @Test func preview() async throws {
        let project = try TemporaryFolder()
        for name in ["galley.yml", "content", "theme"] {
            try FileManager.default.copyItem(
                at: SampleProjects.repository.appendingPathComponent(name),
                to: project.url.appendingPathComponent(name))
        }
        let fragment = "content/loki/05-logql.md"
        let text = try project.read(fragment)
        let serve = try await ServeProcess(in: project)
        try await Browser.withPage { page in
            try await page.setViewport(width: 1440, height: 900)
            try await page.open(serve.url + "logql.html")
            try await page.wait(until: "document.documentElement.dataset.preview === 'on'")

            try await tryQuery(holding: "sum by", on: page)
            try await page.wait(until: "document.querySelector('.galley-try svg path')")
            try await shoot(page, "try-chart")
            try await page.run("document.querySelectorAll('.galley-try-status button')[1].click()")
            try await shoot(page, "try-table")
            try await page.run(
                """
                const input = document.querySelector('.galley-try textarea');
                input.value = '{app="fraiseql"} | json | level="error" | durations_ms > 500)';
                input.dispatchEvent(new Event('input', { bubbles: true }));
                """)
            try await page.wait(until: "document.querySelector('.galley-try li[data-level=error]')")
            try await shoot(page, "try-findings")
            try await page.run("document.querySelector('.galley-try-button[aria-expanded=true]').click()")

            try await tryQuery(holding: "line_format", on: page)
            try await page.wait(until: "document.querySelector('.galley-try td.log')")
            try await page.run("document.querySelector('.galley-try td.log summary').click()")
            try await shoot(page, "try-lines")
            try await page.run("document.querySelector('.galley-try-button[aria-expanded=true]').click()")

            let broken = text.replacing(
                "\n## ", with: "\nOf these, {{include}} them.\n\n{{include _shared/selectors.md#streams}}\n\n## ",
                maxReplacements: 1)
            try project.write(broken, to: fragment)
            try await page.wait(until: "document.querySelector('.galley-sheet .galley-frame')")
            try await shoot(page, "overlay")
            try await page.press("Escape")
            try await page.wait(until: "document.querySelector('.galley-pill')")
            try await shoot(page, "overlay-closed")
        }
        #expect(try await serve.interrupt() == 0)
    }

    /// Opens the panel of the first query with a text in it, at the upper edge of the window.
    private func tryQuery(holding text: String, on page: BrowserPage) async throws {
        try await page.run(
            """
            const figure = [...document.querySelectorAll('figure.code[data-language=logql]')]
              .find((figure) => figure.querySelector('code').textContent.includes(\(BrowserPage.literal(text))));
            figure.scrollIntoView({ block: 'start', behavior: 'instant' });
            figure.querySelector('.galley-try-button').click();
            """)
    }

    private func shoot(_ page: BrowserPage, _ name: String) async throws {
        let folder = try #require(Screenshots.folder)
        for scheme in BrowserPage.Scheme.allCases {
            try await page.setMedia(scheme: scheme, reducesMotion: true)
            try Self.write(
                try await page.screenshot(), to: folder.appendingPathComponent("\(name)-\(scheme.rawValue).png"))
        }
        try await page.setMedia(reducesMotion: true)
    }
}
