import Diagnostics
import TestSupport
import Testing

@testable import Site

/// What the last build knew saves time, and is never believed where something else is there.
@Suite struct BuildMemoryTests {
    let folder: TemporaryFolder
    private var memory: String { ".galley-cache/build" }

    init() throws { folder = try SampleProjects.themed() }

    /// Builds, and tells which jobs were done anew.
    private func build() async throws -> (result: BuildResult, stages: Set<String>) {
        let build = try await SampleBuild(folder, remembers: true)
        let result = await build.press.build()
        return (result, Set(build.project.timings.all.map(\.name)))
    }

    @Test func anUnchangedProjectIsNotReadAgain() async throws {
        let first = try await SampleBuild.outputs(of: folder, remembers: true)
        let build = try await SampleBuild(folder, remembers: true)
        let read = build.project.manuscript.chapters.filter { !$0.isRecalled }
        #expect(read.isEmpty)
        let result = await build.press.build()
        #expect(result.findings.isEmpty)
        #expect(result.changed == 0)
        #expect(result.outputs == first.count - 1, "the list of outputs is no output itself")
        let stages = Set(build.project.timings.all.map(\.name))
        #expect(stages.isDisjoint(with: ["pages", "guides"]))
        #expect(
            differences(first, try folder.contents().filter { $0.key.hasPrefix("site/") || $0.key.hasPrefix("docs/") })
                == [])
    }

    @Test func oneChangedChapterIsReadAlone() async throws {
        _ = try await build()
        try folder.write(try folder.read("content/02-mooring.md") + "\nOne more line.\n", to: "content/02-mooring.md")
        let next = try await SampleBuild(folder, remembers: true)
        let read = next.project.manuscript.chapters.filter { !$0.isRecalled }.map(\.source)
        #expect(read == ["content/02-mooring.md"])
    }

    @Test func onlyWhatChangedIsWrittenDown() async throws {
        _ = try await build()
        // What was young when it was looked at is looked at once more, and remembered anew.
        try await Task.sleep(for: .milliseconds(100))
        _ = try await build()
        let before = try #require(try folder.contents()[memory])
        _ = try await build()
        #expect(try folder.contents()[memory] == before, "nothing changed")
        try folder.write(try folder.read("content/02-mooring.md") + "\nOne more line.\n", to: "content/02-mooring.md")
        _ = try await build()
        let after = try #require(try folder.contents()[memory])
        #expect(after.starts(with: before) && after.count > before.count)
        let next = try await SampleBuild(folder, remembers: true)
        let recalled = next.project.manuscript.chapters.filter(\.isRecalled)
        #expect(recalled.count == next.project.manuscript.chapters.count)
    }

    @Test func whatIsGoneIsForgotten() async throws {
        let settings = try folder.read("galley.yml")
        try folder.write("# Quiet\n", to: "content/04-quiet.md")
        try folder.write(settings.replacing("03-customs.md]", with: "03-customs.md, 04-quiet.md]"), to: "galley.yml")
        _ = try await build()
        try folder.remove("content/04-quiet.md")
        try folder.write(settings, to: "galley.yml")
        _ = try await build()
        let kept = try #require(try await SampleBuild(folder, remembers: true).project.memory)
        #expect(kept.chapters["content/04-quiet.md"] == nil && kept.chapters["content/02-mooring.md"] != nil)
        #expect(kept.made["chapter quiet.html"] == nil && kept.made["chapter mooring.html"] != nil)
    }

    @Test func anOutputChangedByHandIsMadeAgain() async throws {
        let first = try await SampleBuild.outputs(of: folder, remembers: true)
        try folder.write(
            try folder.read("site/mooring.html").replacing("Mooring", with: "Mooting"), to: "site/mooring.html")
        let again = try await build()
        #expect(again.result.changed == 1)
        #expect(try folder.contents(below: "site")["mooring.html"] == first["site/mooring.html"])
    }

    @Test(arguments: ["", "x", "cut", "flip", "version"])
    func aDamagedMemoryCostsOnlyTime(damage: String) async throws {
        let first = try await SampleBuild.outputs(of: folder, remembers: true)
        var bytes = try #require(try folder.contents()[memory])
        switch damage {
        case "cut": bytes.removeLast(bytes.count / 3)
        case "flip": bytes[bytes.count / 2] ^= 4
        case "version": bytes[0] &+= 1
        default: bytes = Array(damage.utf8)
        }
        try folder.write(bytes, to: memory)
        let next = try await SampleBuild(folder, remembers: true)
        let recalled = next.project.manuscript.chapters.filter(\.isRecalled)
        #expect(recalled.isEmpty)
        let result = await next.press.build()
        #expect(result.findings.isEmpty && result.changed == 0)
        #expect(differences(first, try await SampleBuild.outputs(of: folder, remembers: true)) == [])
    }

    @Test func aFragmentThatChangesDuringTheBuildStopsIt() async throws {
        // No redirect leads there, so that nobody asks for its text before the build does.
        try folder.write("# Quiet\n", to: "content/04-quiet.md")
        let settings = try folder.read("galley.yml")
        try folder.write(settings.replacing("03-customs.md]", with: "03-customs.md, 04-quiet.md]"), to: "galley.yml")
        let first = try await SampleBuild.outputs(of: folder, remembers: true)
        let template = "theme/templates/page.mustache"
        try folder.write(try folder.read(template) + "<!-- new -->\n", to: template)
        let next = try await SampleBuild(folder, remembers: true)
        try folder.write("# Something else\n", to: "content/04-quiet.md")
        // A file that is young was read already, to be compared; an older one is read now.
        next.project.files.forget(["content/04-quiet.md"])
        let result = await next.press.build()
        let finding = try #require(result.findings.first)
        #expect(finding.rule == "output/source-changed")
        #expect(finding.message.contains("content/04-quiet.md"))
        #expect(finding.span.file.path == "galley.yml")
        #expect(try folder.contents(below: "site")["quiet.html"] == first["site/quiet.html"])
    }

    @Test func chaptersWithFindingsAreReadEachTime() async throws {
        let page = "content/02-mooring.md"
        try folder.write(try folder.read(page) + "\n::: unknown\n:::\n", to: page)
        for _ in 1...2 {
            var findings: [Diagnostic] = []
            let project = try await Project.read(
                root: folder.path, configurationPath: "galley.yml", width: 2, today: "2026-05-05", remembers: true,
                into: &findings)
            #expect(findings.contains { $0.span.file.path == page })
            _ = await Press(project, version: "test", into: &findings).build()
        }
    }

    @Test func anotherOutputFolderHasAnotherMemory() async throws {
        _ = try await build()
        try folder.write(try folder.read("galley.yml") + "output: elsewhere\n", to: "galley.yml")
        let next = try await SampleBuild(folder, remembers: true)
        let recalled = next.project.manuscript.chapters.filter(\.isRecalled)
        #expect(recalled.isEmpty)
    }
}

/// What earlier builds made of the search index.
@Suite struct SearchMemoryTests {
    let folder: TemporaryFolder
    private let memory = ".galley-cache/search"

    init() throws { folder = try SampleProjects.themed() }

    @Test func everyPartIsKeptAsItWasMade() async throws {
        let made = try await SampleBuild.outputs(of: folder, remembers: true)
        let build = try await SampleBuild(folder, remembers: true)
        let kept = try #require(SearchMemory(build.project))
        let entries = build.project.manuscript.chapters.compactMap { chapter in
            SearchMemory.key(of: chapter).flatMap { kept.entry($0) }
        }
        #expect(entries.count == build.project.manuscript.chapters.count)
        let texts = SearchTextFiles(entries, known: kept.runs) {
            made["site/\($0)"]
        } texts: { index in
            Issue.record("the texts of chapter \(index) are known")
            let chapter = build.project.manuscript.chapters[index]
            return SearchTexts(chapter, SearchTexts.sections(of: chapter))
        }
        let index = SearchIndex(entries, terms: kept.terms).outputs(texts)
        #expect(index.count > 3)
        for output in index { #expect(made["site/\(output.path)"] == output.bytes, "\(output.path)") }
    }

    /// Edits in the midst of a site with many files of texts: those of other chapters are neither made nor written again.
    @Test func filesOfOtherChaptersAreKept() async throws {
        let names = (10...60).map { "p\($0).md" }
        func write(_ name: String, sections: Int) throws {
            let text = (1...sections).map { "## Part \($0)\n\n" + String(repeating: "word\($0) \(name) ", count: 120) }
            try folder.write("# Page \(name)\n\n" + text.joined(separator: "\n\n") + "\n", to: "content/\(name)")
        }
        for name in names { try write(name, sections: 3) }
        let settings = try folder.read("galley.yml")
        try folder.write(
            settings.replacing("03-customs.md]", with: "03-customs.md, \(names.joined(separator: ", "))]"),
            to: "galley.yml")
        func texts(_ outputs: [String: [UInt8]]) -> Set<String> {
            Set(outputs.keys.filter { $0.hasPrefix("site/search/texts-") })
        }
        let first = try await SampleBuild.outputs(of: folder, remembers: true)
        #expect(texts(first).count > 10)
        // A page so long that there are more files gives all behind it another number.
        for (name, sections, changed) in [("p30.md", 3, 0), ("p30.md", 4, 1), ("p11.md", 30, 19)] {
            try write(name, sections: sections)
            let kept = try await SampleBuild.outputs(of: folder, remembers: true)
            let fresh = try TemporaryFolder(files: [:])
            for (path, bytes) in try folder.contents()
            where !["site/", "docs/", ".galley-cache/"].contains(where: { path.hasPrefix($0) }) {
                try fresh.write(bytes, to: path)
            }
            let clean = try await SampleBuild.outputs(of: fresh)
            #expect(differences(kept, clean) == [])
            #expect(texts(kept).subtracting(texts(first)).count == changed, "\(name), \(sections) sections")
        }
        // One that is gone or was edited is made again.
        let before = try await SampleBuild.outputs(of: folder, remembers: true)
        let files = texts(before).sorted()
        try folder.remove(files[3])
        try folder.write("x", to: files[5])
        try write("p59.md", sections: 5)
        let after = try await SampleBuild.outputs(of: folder, remembers: true)
        for file in files[...8] { #expect(after[file] == before[file], "\(file)") }
    }

    @Test func aChangedChapterHasAnotherPart() async throws {
        try await SampleBuild.outputs(of: folder, remembers: true)
        let page = "content/02-mooring.md"
        try folder.write(try folder.read(page) + "\nA bollard.\n", to: page)
        let build = try await SampleBuild(folder, remembers: true)
        let kept = try #require(SearchMemory(build.project))
        let unknown = build.project.manuscript.chapters.filter { chapter in
            SearchMemory.key(of: chapter).flatMap { kept.entry($0) } == nil
        }
        #expect(unknown.map(\.source) == [page])
    }

    @Test(arguments: ["", "x", "cut", "flip", "version", "gone"])
    func aDamagedMemoryCostsOnlyTime(damage: String) async throws {
        let first = try await SampleBuild.outputs(of: folder, remembers: true)
        var bytes = try #require(try folder.contents()[memory])
        switch damage {
        case "cut": bytes.removeLast(bytes.count / 3)
        case "flip": bytes[bytes.count / 2] ^= 4
        case "version": bytes[0] &+= 1
        default: bytes = Array(damage.utf8)
        }
        if damage == "gone" { try folder.remove(memory) } else { try folder.write(bytes, to: memory) }
        let build = try await SampleBuild(folder, remembers: true)
        #expect(SearchMemory(build.project) == nil)
        // The index is made again because one of its files is gone.
        let index = try #require(first.keys.first { $0.hasPrefix("site/search/texts") })
        try folder.remove(index)
        #expect(differences(first, try await SampleBuild.outputs(of: folder, remembers: true)) == [])
    }
}

/// A stamp is trusted only where a change would have changed it.
@Suite struct FileStampTests {
    private func stamp(modified: UInt64, changed: UInt64 = 0) -> FileStamp {
        FileStamp(size: 1, modified: modified, changed: changed, inode: 1)
    }

    @Test func aFileThatChangedATickAgoIsNotSettled() {
        let time: UInt64 = 1_700_000_000_500_000_000
        #expect(!stamp(modified: time).isSettled(at: time))
        #expect(!stamp(modified: time - 20_000_000).isSettled(at: time))
        #expect(!stamp(modified: time + 1).isSettled(at: time))
        #expect(stamp(modified: time - 100_000_000).isSettled(at: time))
        #expect(!stamp(modified: time - 100_000_000, changed: time - 1).isSettled(at: time))
    }

    @Test func wholeSecondsNeedALongerRest() {
        let time: UInt64 = 1_700_000_002_000_000_000
        #expect(!stamp(modified: 1_700_000_000_000_000_000).isSettled(at: time))
        #expect(stamp(modified: 1_699_999_990_000_000_000).isSettled(at: time))
    }
}
