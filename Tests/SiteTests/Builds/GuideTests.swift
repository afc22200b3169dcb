import Diagnostics
import Markup
import TestSupport
import Testing

@testable import Site

/// The composed guide says what the fragments say.
@Suite struct GuideTests {
    enum Sample: CaseIterable {
        case minimal, own

        func folder() throws -> TemporaryFolder {
            switch self {
            case .minimal: try SampleProjects.minimal()
            case .own: try SampleProjects.own()
            }
        }
    }

    private func guide(_ build: SampleBuild) throws -> [UInt8] {
        let output = try #require(build.project.configuration.publications.first?.markdown)
        return build.press.guide(0, output: output.value)
    }

    @Test(arguments: Sample.allCases) func saysWhatTheFragmentsSay(sample: Sample) async throws {
        let build = try await SampleBuild(try sample.folder())
        try expectSame(build)
    }

    @Test(arguments: Sample.allCases) func linksLeadToWhatTheyLedTo(sample: Sample) async throws {
        let build = try await SampleBuild(try sample.folder())
        let guide = Document.plain(try guide(build)).document
        let titles = Dictionary(guide.headings.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
        #expect(titles.count == guide.headings.count, "ids are unique")
        var links = guide.links[...]
        // The table of contents leads to each heading that it names.
        while let link = links.first, link.cursor.range.lowerBound < guide.headings[2].cursor.range.lowerBound {
            #expect(link.destination.hasPrefix("#") && titles[String(link.destination.dropFirst())] == link.plainText)
            links = links.dropFirst()
        }
        let manuscript = build.project.manuscript
        // The links of all notes come last.
        for isInNotes in [false, true] {
            for (chapter, link) in manuscript.chapters.flatMap({ chapter in chapter.document.links.map { (chapter, $0) }
            })
            where link.isInNote == isInNotes {
                let inGuide = try #require(links.first)
                links = links.dropFirst()
                let file = chapter.document.origin(of: link.cursor.range).span.file.path
                switch manuscript.target(of: link.destination, in: file, of: chapter) {
                case .page(let source, let anchor):
                    let target = try #require(manuscript.chapter(source: source))
                    let id = inGuide.destination.dropFirst()
                    if let anchor, target.document.codeBlocks.contains(where: { $0.id == anchor }) {
                        // GitHub gives code blocks no ids, so the guide has an anchor before each that is linked to,
                        // which must be no heading's.
                        #expect(id.hasPrefix(anchor) && guide.holds("<a id=\"\(id)\"></a>"))
                        #expect(titles[String(id)] == nil)
                        continue
                    }
                    let heading = target.document.headings.first { anchor == nil || $0.id == anchor }
                    #expect(
                        inGuide.destination.hasPrefix("#") && titles[String(id)] == heading?.title,
                        "\(link.destination)")
                case .attachment(let source):
                    let path = build.project.configuration.publications[0].markdown?.value ?? ""
                    #expect(ProjectFiles.join(ProjectFiles.folder(of: path), inGuide.destination) == source)
                case .external, .outside, .missing: #expect(inGuide.destination == link.destination)
                }
            }
        }
        #expect(links.isEmpty)
    }

    @Test(arguments: Sample.allCases) func endsInOneLineBreakAndHoldsNoneOfOurMarks(sample: Sample) async throws {
        let bytes = try guide(try await SampleBuild(try sample.folder()))
        #expect(bytes.suffix(2).last == UInt8(ascii: "\n") && bytes.suffix(2).first != UInt8(ascii: "\n"))
        #expect(!bytes.contains(UInt8(ascii: "\r")))
        let (document, findings) = Document.plain(bytes)
        #expect(findings.isEmpty)
        for text in document.prose {
            for mark in ["{#", ":::", "{{include", "galley-allow"] { #expect(!text.contains(mark), "\(text)") }
        }
    }

    @Test func anchorsOfCodeAreKeptApart() async throws {
        let folder = try SampleProjects.minimal()
        let block = "\n```text {#duty}\nx\n```\n\nSee [it](#duty).\n"
        for path in ["content/01-arrival.md", "content/02-mooring.md"] {
            try folder.write(try folder.read(path) + block, to: path)
        }
        let text = String(decoding: try guide(try await SampleBuild(folder)), as: UTF8.self)
        // The headings called so have their ids from GitHub.
        #expect(text.contains("[first](#duty), [second](#duty-1)"))
        for id in ["duty-2", "duty-3"] {
            #expect(text.contains("<a id=\"\(id)\"></a>\n\n```text\nx\n```\n\nSee [it](#\(id))."))
        }
    }

    @Test func footnotesAreNumberedThrough() async throws {
        let document = Document.plain(try guide(try await SampleBuild(try SampleProjects.minimal()))).document
        #expect(document.footnotes.map(\.label) == ["1", "2", "3"])
        #expect(document.footnotes.map(\.references.count) == [2, 1, 1])
    }

    /// Fragments put together at random, mostly with too few blank lines.
    @Test(arguments: 1...60) func knottyFragmentsKeepTheirForm(seed: UInt64) async throws {
        var knots = Knots(generator: SeededGenerator(seed: seed))
        let folder = try SampleProjects.minimal()
        for path in ["content/01-arrival.md", "content/02-mooring.md", "content/more/03-customs.md"] {
            try folder.write(knots.fragment(), to: path)
        }
        try folder.write(
            """
            site: {title: Knots}
            publications:
              - {id: knots, title: Knots, source: content, markdown: docs/knots.md, path: "", navigation: [
                  {title: All, pages: [01-arrival.md, 02-mooring.md, more/03-customs.md]}]}
            """, to: "galley.yml")
        try expectSame(try await SampleBuild(folder))
    }

    private func expectSame(_ build: SampleBuild) throws {
        let chapters = build.project.manuscript.chapters
        let bytes = try guide(build)
        let document = Document.plain(bytes).document
        let whole = GuideForm(document, isPlain: true)
        let publication = build.project.configuration.publications[0]
        let preface = 2 + (publication.description == nil ? 0 : 1)
        let entries = document.links.prefix {
            document.headings.count > 2 && $0.cursor.range.lowerBound < document.headings[2].cursor.range.lowerBound
        }.count
        var expected = chapters.reduce(into: GuideForm(Document.plain([]).document, isPlain: true)) {
            $0 += GuideForm($1.document, shift: 1, isPlain: false)
        }
        expected.headings = ["1 \(publication.title.value)", "2 Contents"] + expected.headings
        #expect(whole.headings == expected.headings)
        // One paragraph in each entry of the contents, and the description.
        let paragraphs = whole.paragraphs.dropFirst(entries + preface - 2)
        #expect(Array(paragraphs) == expected.paragraphs, "\(String(decoding: bytes, as: UTF8.self))")
        #expect(whole.code == expected.code)
        #expect(Array(whole.references.dropFirst(entries)) == expected.references)
        #expect(whole.notes == expected.notes)
        #expect(whole.tables == expected.tables)
        #expect(whole.tasks == expected.tasks)
        #expect(whole.alerts == expected.alerts)
        #expect(whole.footnotes == expected.footnotes)
        // Each chapter alone, as Markdown beside its page.
        for chapter in chapters {
            let placement = PlainMarkdown.Placement(
                destination: { _ in nil }, footnoteLabel: { $0.label }, definitionLabel: { $0.label })
            let twin = PlainMarkdown.text(of: chapter, placement)
            let form = GuideForm(Document.plain(twin).document, isPlain: true)
            #expect(
                form == GuideForm(chapter.document, isPlain: false),
                "\(chapter.source)\n\(String(decoding: twin, as: UTF8.self))")
        }
    }
}

extension Link {
    fileprivate var isInNote: Bool {
        sequence(first: cursor, next: \.parent).contains { $0.kind == .footnoteDefinition }
    }
}

/// Makes fragments of pieces that have to be kept apart.
private struct Knots {
    var generator: SeededGenerator
    private var count = 0

    init(generator: SeededGenerator) { self.generator = generator }

    mutating func fragment() -> String {
        count += 1
        var text = "# Title \(count)\n\n"
        for _ in 0..<Int.random(in: 2...7, using: &generator) { text += piece(depth: 0) + gap() }
        let notes = references.map { "[^\($0)]: Note \($0).\n" }.joined()
        let definitions = "[label]: https://example.org/\(count) 'Title'\n"
        references = []
        return text + "\nSee [label] and [text][label].\n\n" + notes + "\n" + definitions
    }

    private var references: [String] = []

    private mutating func gap() -> String { Bool.random(using: &generator) ? "\n\n" : "\n" }

    private mutating func piece(depth: Int) -> String {
        count += 1
        switch Int.random(in: 0..<(depth > 2 ? 6 : 12), using: &generator) {
        case 0: return "Paragraph *\(count)* with `code {#x}`."
        case 1: return "```text {#id-\(count) title=\"A title\"}\ncode \(count)\n::: tabs\n```"
        case 2: return "```text {hidden}\nhidden \(count)\n```"
        case 3:
            references.append("n\(count)")
            return "A note.[^n\(count)]"
        case 4: return "### Heading \(count) {#heading-\(count)}"
        case 5: return "- item \(count)\n- [ ] task \(count)"
        case 6, 7:
            let tabs = (1...2).map { "::: tab Tab \(count).\($0)\n\(piece(depth: depth + 1))\n:::" }
            return "::: tabs\n" + tabs.joined(separator: "\n") + "\n:::"
        case 8, 9: return "::: details Details \(count)\n\(piece(depth: depth + 1))\n:::"
        case 10: return prefixed(piece(depth: depth + 1), first: "> ", rest: "> ")
        default: return prefixed(piece(depth: depth + 1), first: "1. ", rest: "   ")
        }
    }

    private func prefixed(_ text: String, first: String, rest: String) -> String {
        first + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n" + rest)
    }
}

extension Document {
    fileprivate func holds(_ text: String) -> Bool { String(decoding: self.text, as: UTF8.self).contains(text) }
}
