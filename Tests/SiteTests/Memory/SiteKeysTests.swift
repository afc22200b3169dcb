import TestSupport
import Testing

@testable import Site

/// A chapter's key of the last build is taken where the surroundings and the chapter's own part are what they were. So
/// whatever one page shows of another has to be in the surroundings.
@Suite struct SiteKeysTests {
    /// What others see of a chapter, field by field.
    private struct Fields {
        var source = "content/a.md"
        var title: String? = "Title"
        var navigationTitle: String? = "Nav"
        var description: String? = "About"
        var dependencies = ["content/a.md"]
        var references = [("b.md#there", "content/a.md", false)]
        var image: String? = "a.png"
        var hasRedirects = false
        var hasSuppressions = false

        var facts: ChapterFacts {
            get throws {
                var writer = ByteWriter()
                func add(_ text: String?) {
                    writer.add(text == nil ? 0 : 1)
                    if let text { writer.add(text) }
                }
                writer.add(source)
                for text in [title, navigationTitle, description] { add(text) }
                writer.add(dependencies) { path, writer in writer.add(path) }
                writer.add(references) { reference, writer in
                    writer.add(reference.0)
                    writer.add(reference.1)
                    writer.add(0)
                    writer.add(reference.2 ? 1 : 0)
                }
                add(image)
                writer.add(hasRedirects ? 1 : 0)
                writer.add(hasSuppressions ? 1 : 0)
                return try writer.bytes.withUnsafeBytes { bytes in
                    var reader = ByteReader(bytes)
                    return try ChapterFacts(&reader)
                }
            }
        }

        var seen: ContentKey {
            get throws {
                var key = KeyBuilder("seen")
                try facts.addSeen(to: &key)
                return key.finish()
            }
        }
    }

    @Test func whatOthersSeeIsInTheKey() throws {
        let before = try Fields().seen
        var changed: [Fields] = []
        func change(_ edit: (inout Fields) -> Void) {
            var fields = Fields()
            edit(&fields)
            changed.append(fields)
        }
        change { $0.source = "content/b.md" }
        change { $0.title = "Other" }
        change { $0.title = nil }
        change { $0.navigationTitle = "Other" }
        change { $0.navigationTitle = nil }
        change { $0.references[0].0 = "b.md#here" }
        change { $0.references[0].1 = "content/part.md" }
        change { $0.references.append(("c.md#there", "content/a.md", false)) }
        change { $0.references = [] }
        for fields in changed { #expect(try fields.seen != before, "\(fields)") }
        #expect(Set(try changed.map { try $0.seen }).count == changed.count)
    }

    @Test func whatShowsOnItsOwnPageAloneIsNot() throws {
        var fields = Fields()
        fields.description = "Something else"
        fields.dependencies.append("content/part.md")
        fields.references.append(("c.md", "content/a.md", false))
        fields.references.append(("c.svg#part", "content/a.md", true))
        fields.image = nil
        fields.hasRedirects = true
        fields.hasSuppressions = true
        #expect(try fields.seen == Fields().seen)
        // Whoever adds a field decides which of the two tests it belongs to.
        let names = Mirror(reflecting: try fields.facts).children.compactMap(\.label)
        #expect(
            names == [
                "source", "title", "navigationTitle", "description", "dependencies", "references", "image",
                "hasRedirects", "hasSuppressions",
            ])
    }

    private func surroundings(_ folder: TemporaryFolder) async throws -> ContentKey {
        try await SampleBuild(folder).press.surroundings()
    }

    @Test(arguments: [
        ("content/02-mooring.md", "\nOne more line.\n"), ("content/02-mooring.md", "\nSee [it](01-arrival.md).\n"),
    ])
    func anEditThatOthersDoNotSeeLeavesThem(file: String, text: String) async throws {
        let folder = try SampleProjects.themed()
        let before = try await surroundings(folder)
        try folder.write(try folder.read(file) + text, to: file)
        #expect(try await surroundings(folder) == before)
    }

    @Test(arguments: [
        ("content/02-mooring.md", "\nSee [it](01-arrival.md#here).\n"),
        ("content/02-mooring.md", "\nSee [a file](data/new.txt).\n"),
        ("theme/templates/page.mustache", "<!-- new -->\n"), ("theme/assets/style.css", "b { color: red; }\n"),
        ("galley.yml", "# New.\n"),
    ])
    func anEditThatOthersSeeChangesThem(file: String, text: String) async throws {
        let folder = try SampleProjects.themed()
        try folder.write("new\n", to: "content/data/new.txt")
        let before = try await surroundings(folder)
        try folder.write(try folder.read(file) + text, to: file)
        #expect(try await surroundings(folder) != before)
    }

    @Test func anOldAddressAndATitleChangeThem() async throws {
        let folder = try SampleProjects.themed()
        let page = "content/02-mooring.md"
        let text = try folder.read(page)
        var keys = [try await surroundings(folder)]
        for head in ["title: Other", "nav: Other", "redirects: ['arrival.html#old']"] {
            // A redirect leads to one of its headings.
            try folder.write("---\n\(head)\n---\n\n# Mooring\n\n## Ropes\n", to: page)
            keys.append(try await surroundings(folder))
        }
        try folder.write(text, to: page)
        #expect(Set(keys).count == keys.count)
        #expect(try await surroundings(folder) == keys[0])
    }

    @Test func aFileThatComesWhereALinkLeadsChangesThem() async throws {
        let folder = try SampleProjects.themed()
        let page = "content/02-mooring.md"
        try folder.write(try folder.read(page) + "\nSee [a file](data/new.txt).\n", to: page)
        let before = try await surroundings(folder)
        try folder.write("new\n", to: "content/data/new.txt")
        #expect(try await surroundings(folder) != before)
    }
}
