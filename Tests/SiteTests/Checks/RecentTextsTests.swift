import Diagnostics
import Markup
import TestSupport
import Testing

@testable import Site

/// What is let go of and made again is the same.
@Suite struct RecentTextsTests {
    @Test func checksFindTheSameInTextsThatAreNotKept() async throws {
        let folder = try SampleProjects.themed()
        let names = (0..<150).map { "page-\($0).md" }
        try folder.write(
            "site: {title: Site}\npublications:\n  - id: all\n    title: All\n    source: texts\n    path: \"\"\n"
                + "    navigation:\n      - {title: Pages, pages: [\(names.joined(separator: ", "))]}\n",
            to: "galley.yml")
        try folder.write("[Shared](https://shared.dev/), and [gone](gone.md).\n", to: "texts/_shared.md")
        for (number, name) in names.enumerated() {
            try folder.write(
                "# Page \(number)\n\n{{include _shared.md}}\n\n[Other](https://other.dev/\(number)), "
                    + "[next](\(names[(number + 1) % 150])#nowhere)\n\n[unused]: x\n", to: "texts/\(name)")
        }
        let kept = try await results(of: folder, keepsTexts: true)
        #expect(kept.count > 500)
        #expect(try await results(of: folder, keepsTexts: false) == kept)
    }

    @Test func onlyTheLastOnesStay() async throws {
        let recent = RecentTexts(count: 2)
        var findings: [Diagnostic] = []
        let document = Document.parse(
            [], map: PositionMap(identity: SourceFile(path: "a.md", text: "")), into: &findings)
        let text = Chapter.Text(fragment: FragmentText(gone: "a.md"), document: document)
        let texts = (0..<3).map { _ in OnDemand(text, again: { text }) }
        for text in texts { recent.note(text) }
        #expect(texts.map { $0.known == nil } == [true, false, false])
        #expect(texts[0].value.fragment.file.path == "a.md")
    }

    private func results(of folder: TemporaryFolder, keepsTexts: Bool) async throws -> [String] {
        var findings: [Diagnostic] = []
        let project = try await Project.read(
            root: folder.path, configurationPath: "galley.yml", width: 2, today: "2026-05-05", keepsTexts: keepsTexts,
            into: &findings)
        let check = await SiteCheck(Press(project, version: "test", into: &findings))
        let links = await check.takeExternalLinks().map { place($0.origin.span) + $0.address }
        let told = await check.findings().map { place($0.span) + $0.message }
        return findings.map { place($0.span) + $0.message } + links + told
    }

    private func place(_ span: Span) -> String { "\(span.file.path):\(span.start.line):\(span.start.column) " }
}
