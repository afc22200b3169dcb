import Foundation
import TestSupport
import Testing

@testable import Site

@Suite struct SearchIndexTests {
    private func files(_ folder: TemporaryFolder) async throws -> [String: [UInt8]] {
        let outputs = try await SampleBuild.outputs(of: folder).filter { $0.key.hasPrefix("site/search/") }
        return Dictionary(uniqueKeysWithValues: outputs.map { (String($0.key.dropFirst(5)), $0.value) })
    }

    /// A site under this repository's theme, which has a search.
    private func site(_ pages: [String: String]) throws -> TemporaryFolder {
        let folder = try SampleProjects.themed()
        for path in folder.files() where path.hasPrefix("content/") { try folder.remove(path) }
        for (name, text) in pages { try folder.write(text, to: "content/\(name)") }
        try folder.write(
            """
            site: {title: Sample}
            publications:
              - {id: s, title: Sample, source: content, path: "", navigation: [{title: All, pages: [\(pages.keys.sorted().joined(separator: ", "))]}]}
            """, to: "galley.yml")
        return folder
    }

    @Test func sectionsLeadToTheirHeadings() async throws {
        let index = try IndexReader(
            try await files(
                try site([
                    "a b.md": "---\ntitle: \"The \\\"first\\\"\"\n---\nbefore\n\n## One\n\ntext \\ \"quoted\"\n",
                    "sub/c.md": "# Second *page*\n\nintro\n\n## Two {#t-2}\n\nx\n",
                ])))
        #expect(
            index.sections == [
                .init(address: "a%20b.html", page: "The \"first\"", anchor: "", heading: "", text: "before"),
                .init(
                    address: "a%20b.html", page: "The \"first\"", anchor: "one", heading: "One",
                    text: "text \\ \"quoted\""),
                .init(address: "sub/c.html", page: "Second page", anchor: "", heading: "", text: "intro"),
                .init(address: "sub/c.html", page: "Second page", anchor: "t-2", heading: "Two", text: "x"),
            ])
    }

    @Test func placesSayHowAWordStands() async throws {
        let index = try IndexReader(
            try await files(
                try site([
                    "a.md":
                        "# Ropes\n\nknot knot knot ropes\n\n## Bowline_knot\n\nknot\n\n### Deep\n\nbowline_knot sheet-bend\n"
                ])))
        func places(_ term: String) -> [String] { index.places[term]?.map { "\($0.section) \($0.standing)" } ?? [] }
        #expect(places("ropes") == ["0 title", "1 above", "2 above"])
        #expect(places("knot") == ["0 often", "1 text", "2 part"])
        #expect(places("bowline_knot") == ["1 heading", "2 text"])
        #expect(places("bowline") == ["1 partOfHeading", "2 part"])
        #expect(places("sheet") == ["2 part"])
        #expect(index.terms == index.terms.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }

    /// Whatever stands in a section is found there: the index of the guide against its own texts.
    @Test func allWordsOfTheGuideAreFound() async throws {
        let files = try await files(try SampleProjects.own())
        let index = try IndexReader(files)
        #expect(index.sections.count > 150)
        #expect(index.cut.isEmpty)
        var words = SearchWords()
        for (number, section) in index.sections.enumerated() {
            var missing: Set<String> = []
            Array("\(section.heading) \(section.text)".utf8).withUnsafeBufferPointer { text in
                words.scan(text) { word, _ in
                    let term = String(decoding: word, as: UTF8.self)
                    if index.places[term]?.contains(where: { $0.section == number && $0.standing != .above }) != true {
                        missing.insert(term)
                    }
                }
            }
            #expect(missing.isEmpty, "\(section.address)#\(section.anchor): \(missing)")
        }
        // A reader is sent some of these files; all of them together stay small.
        #expect(files.values.allSatisfy { $0.count < 100_000 })
        #expect(files.values.reduce(0) { $0 + $1.count } < 500_000)
    }

    @Test func aHugeSectionIsSentInPieces() async throws {
        let words = (0..<60_000).map { "word\($0)" }.joined(separator: " ")
        let endless = String(repeating: "é", count: 20_000)
        let files = try await files(try site(["a.md": "# Huge\n\n\(words)\n\n## Endless\n\n\(endless)\n"]))
        let index = try IndexReader(files)
        #expect(files.values.allSatisfy { $0.count < 100_000 })
        #expect(index.sections.filter { $0.anchor == "endless" }.map(\.text).joined() == endless)
        #expect(index.sections.allSatisfy { $0.text.utf8.count <= 8000 })
        let place = try #require(index.places["word59999"]?.first)
        #expect(index.sections[place.section].text.hasSuffix("word59999"))
    }

    @Test func aWordOfTooManySectionsKeepsTheBest() async throws {
        let sections = (1...SearchIndex.mostSections + 100).map { number in
            "## \(number > SearchIndex.mostSections + 90 ? "Anchor" : "Number") \(number)\n\nanchor\n"
        }
        let index = try IndexReader(
            try await files(try site(["a.md": "# Many\n\n" + sections.joined(separator: "\n")])))
        #expect(index.cut["anchor"] == SearchIndex.mostSections + 100)
        let places = try #require(index.places["anchor"])
        #expect(places.count == SearchIndex.mostSections)
        #expect(places.prefix(10).map(\.standing) == Array(repeating: .heading, count: 10))
        #expect(places[10] == .init(section: 1, standing: .text))
    }

    @Test(arguments: [0, 1, 31, 32, 33, 1023, 1024, 70_000, UInt32.max]) func numbersAreReadAsWritten(number: UInt32) {
        var output: [UInt8] = []
        SearchNumber.write(number, into: &output)
        let read = output.enumerated().reduce(UInt64(0)) { sum, digit in
            sum | UInt64((SearchNumber.digits.firstIndex(of: digit.element) ?? 0) & 31) << UInt64(5 * digit.offset)
        }
        #expect(read == UInt64(number))
    }

    @Test func aSiteWithoutTextHasAnIndex() async throws {
        let index = try IndexReader(try await files(try site(["a.md": "# !\n"])))
        #expect(index.sections.map(\.page) == ["!"])
        #expect(index.terms == [])
    }

    @Test func aSiteMayHaveNoSearch() async throws {
        let folder = try SampleProjects.themed()
        try folder.write(try folder.read("galley.yml") + "search: false\n", to: "galley.yml")
        let outputs = try await SampleBuild.outputs(of: folder)
        #expect(outputs.keys.allSatisfy { !$0.hasPrefix("site/search/") })
        let page = String(decoding: try #require(outputs["site/arrival.html"]), as: UTF8.self)
        #expect(!page.contains("search"))
    }

    @Test func aThemeThatShowsNoSearchGetsNoIndex() async throws {
        #expect(try await files(try SampleProjects.minimal()).isEmpty)
    }

    /// A chapter's part of the index is a matter of the chapter alone.
    @Test func partsOfOtherChaptersStayAsTheyAre() async throws {
        let pages = ["a.md": "# A\n\nfirst\n", "b.md": "# B\n\nsecond\n"]
        func parts(_ pages: [String: String]) async throws -> [(part: SearchPart, texts: SearchTexts)] {
            try await SampleBuild(try site(pages)).project.manuscript.chapters.map { chapter in
                let sections = SearchTexts.sections(of: chapter)
                return (SearchPart(chapter, sections), SearchTexts(chapter, sections))
            }
        }
        let before = try await parts(pages)
        let after = try await parts(["0.md": "# 0\n\nnew\n", "a.md": "# A\n\nchanged\n", "b.md": "# B\n\nsecond\n"])
        #expect(before[1].texts.page == after[2].texts.page && before[1].texts.sections == after[2].texts.sections)
        let (one, other) = (before[1].part, after[2].part)
        #expect(one.postings.map(\.term) == other.postings.map(\.term))
        #expect((0..<one.terms.count).map { one.terms[$0] } == (0..<other.terms.count).map { other.terms[$0] })
    }

    @Test func anEntryTellsWhatItWasMadeOf() async throws {
        let long = (1...40).map { "## Part \($0)\n\nknot part\($0)\n" }.joined(separator: "\n")
        let chapter = try #require(
            try await SampleBuild(try site(["a.md": "# A\n\n\(long)\n"])).project.manuscript.chapters.first)
        let part = SearchPart(chapter, SearchTexts.sections(of: chapter))
        // Numbers of one byte and of more.
        let numbers = part.terms.indices.map { UInt32($0 * 5000) }
        let entry = SearchEntry(part, key: nil, numbers: numbers)
        var told: Set<[UInt32]> = []
        entry.forEachPlace { term, place in told.insert([UInt32(term), place]) }
        let made = Set(
            part.postings.map {
                [numbers[Int($0.term)], $0.section << 3 | UInt32($0.standing.rawValue)]
            })
        #expect(told == made)
        #expect(entry.sections == part.sections)
    }
}
