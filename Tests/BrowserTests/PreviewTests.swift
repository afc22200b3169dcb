import Foundation
import TestSupport
import Testing

extension BrowserTests {
    /// The preview as a writer sees it. What it takes is printed, as a median of some rounds; machines differ, so that no
    /// test holds it against a number.
    @Suite struct PreviewTests {
        private func project() throws -> TemporaryFolder {
            let folder = try SampleProjects.themed()
            let lines = (0..<90).map { index in
                let level = index % 3 == 0 ? "error" : "info"
                return
                    #"{"labels":{"app":"harbour","level":"\#(level)"},"ts":"\#(1_700_000_000 + index * 20)000000000","line":"ship=\#(index) tons=\#(index * 7 % 50)"}"#
            }
            try folder.write(lines.joined(separator: "\n") + "\n", to: "content/ships.jsonl")
            try folder.write(
                try folder.read("galley.yml")
                    + "evidence: evidence.json\ndatasets:\n  ships:\n    files: [content/ships.jsonl]\n",
                to: "galley.yml")
            try folder.write(Self.page(), to: "content/02-mooring.md")
            return folder
        }

        private static func page(_ text: String = "The first text.") -> String {
            let query = #"sum by (level) (count_over_time({app="harbour"}[2m]))"#
            let filler = (1...12).map { "Paragraph \($0) of a page that is longer than the window.\n" }.joined(
                separator: "\n")
            return """
                # Mooring

                \(text)

                ## Ropes {#ropes}

                \(filler)
                ::: details More
                Hidden at first.
                :::

                ::: tabs
                ::: tab Left
                Port.
                :::

                ::: tab Right
                Starboard.
                :::

                :::

                ```logql {data=ships}
                \(query)
                ```

                \(filler)
                """
        }

        private func save(_ text: String, to path: String, in folder: TemporaryFolder) throws {
            try text.write(toFile: "\(folder.path)/\(path)", atomically: false, encoding: .utf8)
        }

        private static func median(_ times: [Double]) -> Double { times.sorted()[times.count / 2] }

        /// How long an expression takes to be true, in milliseconds, from a change on; asked within the page.
        private func time(
            _ page: BrowserPage, until condition: String, after change: () throws -> Void
        ) async throws -> Double {
            try await page.run("globalThis.seen = null")
            // A watcher in the page notes the moment, so that the way of the question to the browser does not count.
            try await page.run(
                """
                const look = () => { if (\(condition)) { globalThis.seen = Date.now(); return; } setTimeout(look, 1); };
                look();
                """)
            let start = Date().timeIntervalSince1970 * 1000
            try change()
            try await page.wait(until: "globalThis.seen !== null")
            return try await page.evaluate("globalThis.seen", as: Double.self) - start
        }

        @Test(.timeLimit(.minutes(20))) func pagesFollowAndKeepTheirState() async throws {
            let folder = try project()
            let serve = try await ServeProcess(in: folder)
            try await Browser.withPage { page in
                try await page.open(serve.url + "mooring.html")
                try await page.wait(until: "document.documentElement.dataset.preview === 'on'")
                try await page.run(
                    """
                    globalThis.untouched = true;
                    document.querySelector('.content details').open = true;
                    document.querySelectorAll('[role=tab]')[1].click();
                    scrollTo({ top: 300, behavior: 'instant' });
                    """)
                var times: [Double] = []
                for round in 1...7 {
                    let text = "Text of round \(round)."
                    times.append(
                        try await time(page, until: "document.querySelector('.content > p').textContent === '\(text)'")
                        {
                            try save(Self.page(text), to: "content/02-mooring.md", in: folder)
                        })
                }
                print(
                    "preview: a changed paragraph shows after \(Int(Self.median(times))) ms (median of \(times.count))")
                #expect(try await page.evaluate("globalThis.untouched === true", as: Bool.self), "without a reload")
                #expect(try await page.evaluate("document.querySelector('.content details').open", as: Bool.self))
                #expect(
                    try await page.evaluate(
                        "document.querySelectorAll('[role=tab]')[1].ariaSelected === 'true'", as: Bool.self))
                #expect(try await page.evaluate("Math.abs(scrollY - 300) < 60", as: Bool.self))

                // A style sheet is swapped, and nothing else happens.
                let style = try folder.read("theme/assets/style.css")
                times = []
                for round in 1...5 {
                    let color = "rgb(1, 2, \(round))"
                    times.append(
                        try await time(page, until: "getComputedStyle(document.body).color === '\(color)'") {
                            try save(
                                style + "body { color: \(color) !important; }\n", to: "theme/assets/style.css",
                                in: folder)
                        })
                }
                print("preview: a changed style shows after \(Int(Self.median(times))) ms (median of \(times.count))")
                #expect(try await page.evaluate("globalThis.untouched === true", as: Bool.self), "without a reload")
                #expect(
                    try await page.evaluate(
                        "document.querySelectorAll('link[rel=stylesheet][href*=style]').length === 1", as: Bool.self))

                // A new section takes a reload: the contents of the page are another.
                times = []
                for round in 1...5 {
                    times.append(
                        try await time(page, afterReload: "document.getElementById('new-\(round)') !== null") {
                            let text = "Text.\n\n## New \(round) {#new-\(round)}\n\nNew."
                            try save(Self.page(text), to: "content/02-mooring.md", in: folder)
                        })
                }
                print("preview: a new section shows after \(Int(Self.median(times))) ms (median of \(times.count))")
                #expect(try await page.evaluate("document.querySelector('.content details').open", as: Bool.self))
                #expect(
                    try await page.evaluate(
                        "document.querySelectorAll('[role=tab]')[1].ariaSelected === 'true'", as: Bool.self))
                #expect(try await page.evaluate("scrollY > 150", as: Bool.self))
                #expect(page.problems == [])
            }
            #expect(try await serve.interrupt() == 0)
        }

        /// The same across a reload, which takes the watcher in the page away: when the page was parsed counts.
        private func time(
            _ page: BrowserPage, afterReload condition: String, change: () throws -> Void
        ) async throws -> Double {
            let start = Date().timeIntervalSince1970 * 1000
            try change()
            try await page.wait(until: "\(condition) && performance.timing.domContentLoadedEventEnd > 0")
            return try await page.evaluate("performance.timing.domContentLoadedEventEnd", as: Double.self) - start
        }

        @Test(.timeLimit(.minutes(20))) func findingsLieOverTheLastGoodPage() async throws {
            let folder = try project()
            let serve = try await ServeProcess(in: folder)
            try await Browser.withPage { page in
                try await page.open(serve.url + "mooring.html")
                try await page.wait(until: "document.documentElement.dataset.preview === 'on'")
                #expect(try await !page.isVisible(".galley-sheet"))
                var times: [Double] = []
                for round in 1...5 {
                    times.append(
                        try await time(
                            page, until: "document.querySelector('.galley-place a')?.textContent.includes(':3:11')"
                        ) {
                            try save(
                                Self.page("{{include nowhere-\(round).md}}"), to: "content/02-mooring.md", in: folder)
                        })
                    #expect(try await page.text(of: ".content > p") == "The first text.")
                    try await page.wait(
                        until: "document.querySelector('.galley-frame').textContent.includes('nowhere-\(round)')")
                    try save(Self.page(), to: "content/02-mooring.md", in: folder)
                    try await page.wait(until: "document.querySelector('.galley-sheet') === null")
                }
                print("preview: findings show after \(Int(Self.median(times))) ms (median of \(times.count))")
                try save(Self.page("{{include nowhere.md}}"), to: "content/02-mooring.md", in: folder)
                try await page.wait(until: "document.querySelector('.galley-sheet') !== null")
                let link = try await page.evaluate("document.querySelector('.galley-place a').href", as: String.self)
                #expect(link == "vscode://file\(folder.path)/content/02-mooring.md:3:11")
                #expect(try await page.text(of: ".galley-frame b").hasPrefix("          ^^^^^^^^^^"))
                // Closed, it leaves a sign of what there is.
                try await page.press("Escape")
                #expect(try await page.isVisible(".galley-pill"))
                #expect(try await !page.isVisible(".galley-sheet"))
                #expect(page.problems == [])
            }
            #expect(try await serve.interrupt() == 0)
        }

        @Test(.timeLimit(.minutes(20))) func queriesCanBeTried() async throws {
            let folder = try project()
            let serve = try await ServeProcess(in: folder)
            try await Browser.withPage { page in
                try await page.open(serve.url + "mooring.html")
                #expect(try await page.count(of: ".galley-try-button") == 1)
                try await page.click(".galley-try-button")
                try await page.wait(until: "document.querySelectorAll('.galley-try svg path').length === 2")
                #expect(try await page.text(of: ".galley-try-status p").hasPrefix("2 series"))
                try await page.run("document.querySelectorAll('.galley-try-status button')[1].click()")
                #expect(try await page.count(of: ".galley-try tbody tr") == 2)
                // What is typed is judged at once.
                func type(_ query: String) async throws {
                    try await page.run(
                        """
                        const input = document.querySelector('.galley-try textarea');
                        input.value = \(BrowserPage.literal(query));
                        input.dispatchEvent(new Event('input', { bubbles: true }));
                        """)
                }
                try await type(#"sum(rate({app="harbour"} [5m])"#)
                try await page.wait(until: "document.querySelector('.galley-try li[data-level=error]') !== null")
                try await page.click(".galley-try li button")
                #expect(try await page.evaluate("document.activeElement.tagName", as: String.self) == "TEXTAREA")
                try await type(#"{app="harbour", level="error"} | logfmt | tons > 30"#)
                try await page.wait(until: "document.querySelectorAll('.galley-try td.log').length > 0")
                // The panel outlives a reload.
                try save(Self.page("Text.\n\n## Another\n\nText."), to: "content/02-mooring.md", in: folder)
                try await page.wait(
                    until:
                        "document.getElementById('another') && document.querySelector('.galley-try textarea')?.value.includes('logfmt')"
                )
                #expect(page.problems == [])
            }
            #expect(try await serve.interrupt() == 0)
        }

        @Test(.timeLimit(.minutes(20))) func badgesTurnAsExamplesAreProven() async throws {
            let folder = try project()
            let serve = try await ServeProcess(in: folder, [])
            try await Browser.withPage { page in
                try await page.open(serve.url + "mooring.html")
                try await page.run("globalThis.untouched = true")
                try await page.wait(until: "document.querySelector('.proof-line[data-level=executed]') !== null")
                // A query that finds nothing is a finding, and its badge says so.
                try save(
                    Self.page().replacing("harbour\"}[2m]", with: "nowhere\"}[2m]"), to: "content/02-mooring.md",
                    in: folder
                )
                try await page.wait(until: "document.querySelector('.proof-line[data-level=failed]') !== null")
                try await page.wait(until: "document.querySelector('.galley-pill') !== null")
                try await page.click(".galley-pill")
                #expect(try await page.text(of: ".galley-place span").contains("logql/finds-nothing"))
                try save(Self.page(), to: "content/02-mooring.md", in: folder)
                try await page.wait(until: "document.querySelector('.proof-line[data-level=executed]') !== null")
                #expect(try await page.count(of: ".proof-line[data-level=failed]") == 0)
                #expect(try await page.evaluate("globalThis.untouched === true", as: Bool.self), "without a reload")
                #expect(page.problems == [])
            }
            #expect(try await serve.interrupt() == 0)
        }
    }
}
