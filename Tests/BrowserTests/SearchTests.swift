import Diagnostics
import Foundation
import Site
import TestSupport
import Testing

extension BrowserTests {
    /// The search of built pages, opened from the file system, by the scripts that readers get.
    @Suite(.serialized) struct SearchTests {
        /// The headings that queries find, the best first.
        private static let expected: [(query: String, found: [String])] = [
            ("max_query_length", ["Limits › Range", "Limits › Series"]),
            ("query_length", ["Limits › Series", "Limits › Range"]),
            ("max_qurey_length", ["Limits › Range"]),
            ("-config.file", ["Flags › Start"]),
            ("config.file", ["Flags › Start"]),
            ("/etc/loki/loki.yaml", ["Flags › Start"]),
            ("config", ["Flags › Names", "Flags › Start"]),
            ("X-Scope-OrgID", ["Tenants › Header"]),
            ("orgid", ["Tenants › Organisation", "Tenants › Header"]),
            ("Retention", ["Retention", "Retention › Deletion", "Retention › Numbers"]),
            ("retntion", ["Retention", "Retention › Deletion"]),
            ("retnti", ["Retention", "Retention › Deletion"]),
            ("ertention", ["Retention", "Retention › Deletion"]),
            ("reten", ["Retention", "Retention › Deletion"]),
            ("unwrap", ["Retention › Numbers"]),
            ("UNWRAP number", ["Retention › Numbers"]),
            ("fusse", []),
            ("fuße strassen", ["Retention › Numbers"]),
            ("line filter", ["Tenants › Organisation", "Limits › Range"]),
            ("unwrap orgid", ["Retention › Numbers", "Tenants › Organisation"]),
            ("zzzz", []),
            ("|= !", []),
        ]

        @Test func theBestComesFirst() async throws {
            let queries = String(decoding: try JSONEncoder().encode(Self.expected.map(\.query)), as: UTF8.self)
            let told = try await run(
                """
                press("/", document.body);
                const told = [];
                for (const query of \(queries)) {
                  const options = await ask(query);
                  told.push(options.map((option) => {
                    const page = option.querySelector(".search-page")?.textContent;
                    const heading = option.querySelector(".search-heading").textContent;
                    return page ? `${page} › ${heading}` : heading;
                  }));
                }
                tell(told);
                """, on: "limits.html", of: try await site(), as: [[String]].self)
            #expect(told.count == Self.expected.count)
            for ((query, found), told) in zip(Self.expected, told) {
                #expect(Array(told.prefix(max(found.count, 1))) == found, "\(query): \(told)")
            }
        }

        @Test func excerptsMarkWhatWasFound() async throws {
            let told = try await run(
                """
                press("/", document.body);
                const told = [];
                for (const query of ["max_query_length", "orgid", "strassen", "retntion"]) {
                  const option = (await ask(query))[0];
                  told.push([option.getAttribute("href").split("/").pop(), document.querySelector(".search-status").textContent,
                    ...[...option.querySelectorAll("mark")].map((mark) => mark.textContent)]);
                }
                tell(told);
                """, on: "limits.html", of: try await site(), as: [[String]].self)
            #expect(told[0] == ["limits.html#range", "2 places", "max_query_length"])
            #expect(told[1] == ["tenants.html#organisation", "2 places", "orgid"])
            #expect(
                told[2] == ["retention.html#numbers", "No “strassen”, but 1 place with something like it", "Straßen"])
            #expect(told[3].first == "retention.html")
            #expect(told[3].contains("Retention"))
        }

        @Test func wordsArePartedAsTheBuildPartsThem() async throws {
            struct Word: Decodable { let whole: String, parts: [String] }
            let texts = String(decoding: try JSONEncoder().encode(SearchSamples.words.map(\.text)), as: UTF8.self)
            let told = try await run(
                """
                press("/", document.body);
                await opened();
                tell(\(texts).map(galleySearch.wordsOf));
                """, on: "limits.html", of: try await site(), as: [[Word]].self)
            #expect(told.count == SearchSamples.words.count)
            for (sample, words) in zip(SearchSamples.words, told) {
                #expect(words.map(\.whole).filter { (2...64).contains($0.utf8.count) } == sample.wholes, "\(sample)")
                #expect(words.flatMap(\.parts) == sample.parts, "\(sample)")
            }
        }

        @Test func keysDoEverything() async throws {
            let told = try await run(
                """
                const before = document.querySelector(".brand");
                before.focus();
                const told = [];
                press("k");
                told.push(document.querySelector("dialog") === null);
                before.dispatchEvent(new KeyboardEvent("keydown", { key: "k", ctrlKey: true, bubbles: true, cancelable: true }));
                const input = await opened();
                told.push(document.activeElement === input, input.getAttribute("aria-expanded") === "false");
                const options = await ask("orgid");
                const active = () => input.getAttribute("aria-activedescendant");
                const isShown = (option) => active() === option.id && option.getAttribute("aria-selected") === "true";
                told.push(input.getAttribute("aria-expanded") === "true", isShown(options[0]));
                press("ArrowDown");
                told.push(isShown(options[1]), options[0].getAttribute("aria-selected") === "false");
                press("ArrowDown");
                told.push(isShown(options[0]));
                press("ArrowUp");
                told.push(isShown(options[1]), document.activeElement === input);
                press("/");
                told.push(document.activeElement === input);
                document.querySelector(".search-close").click();
                told.push(!document.querySelector("dialog").open, document.activeElement === before);
                press("/");
                await opened();
                told.push(input.value === "orgid", input.selectionEnd - input.selectionStart === 5);
                tell(told);
                """, on: "limits.html", of: try await site(), as: [Bool].self)
            #expect(told.count == 15)
            #expect(told.indices.filter { !told[$0] } == [], "\(told)")
        }

        @Test func whatIsTypedBeforeTheFieldOpensIsKept() async throws {
            let told = try await run(
                """
                press("/", document.body);
                const isThere = document.querySelector("dialog") !== null;
                for (const key of [..."orgix", "Backspace", "d"]) press(key, document.body);
                const input = await opened();
                await wait(() => document.querySelector("dialog").dataset.shown === "orgid");
                tell([String(isThere), input.value, document.querySelector(".search-status").textContent]);
                """, on: "limits.html", of: try await site(), as: [String].self)
            #expect(told == ["false", "orgid", "2 places"])
        }

        @Test(arguments: ["", "deep/er"]) func enterOpensWhatWasChosen(folder: String) async throws {
            let project = try await site(folder: folder)
            let page = folder.isEmpty ? "limits.html" : "\(folder)/limits.html"
            let told = try await run(
                """
                press("/", document.body);
                const option = (await ask("unwrap"))[0];
                option.addEventListener("click", (event) => {
                  event.preventDefault();
                  tell([option.href, String(document.querySelector("dialog").open)]);
                });
                press("Enter");
                """, on: page, of: project, as: [String].self)
            let target = folder.isEmpty ? "/site/retention.html#numbers" : "/site/\(folder)/retention.html#numbers"
            #expect(told[0].hasSuffix(target), "\(told)")
        }

        @Test func pagesLoadNothingOfTheIndexUnasked() async throws {
            let told = try await run(
                """
                tell([...document.scripts].map((script) => script.src).concat(typeof galleySearch));
                """, on: "limits.html", of: try await site(), as: [String].self)
            #expect(told.contains { $0.contains("/search/button.") })
            #expect(!told.contains { $0.contains("/search/engine.") || $0.contains("/site/search/") }, "\(told)")
            #expect(told.last == "undefined", "what reads the index is not there")
        }

        @Test func aLostIndexIsTold() async throws {
            let project = try await site()
            for path in project.files() where path.hasPrefix("site/search/texts-") { try project.remove(path) }
            let told = try await run(
                """
                press("/", document.body);
                await ask("orgid");
                tell([document.querySelector(".search-status").textContent]);
                """, on: "limits.html", of: project, isQuiet: false, as: [String].self)
            #expect(told.first?.hasPrefix("The search index could not be loaded") == true, "\(told)")
        }

        /// The guide of this repository, by the names that its readers look for.
        @Test func namesOfTheGuideAreFound() async throws {
            let queries = [
                "max_query_length", "-config.file", "config.file", "X-Scope-OrgID", "orgid", "retntion", "unwrap",
            ]
            let project = try SampleProjects.own()
            try await Self.build(project)
            let told = try await run(
                """
                press("/", document.body);
                const told = [];
                for (const query of \(queries)) {
                  const options = await ask(query);
                  const first = options[0]?.textContent.toLowerCase() ?? "";
                  told.push(options.length > 0 && first.includes(query === "retntion" ? "retention" : query.toLowerCase()));
                }
                tell(told);
                """, on: "index.html", of: project, as: [Bool].self)
            #expect(told.count == queries.count)
            #expect(zip(queries, told).filter { !$0.1 }.map(\.0) == [])
        }
    }
}
