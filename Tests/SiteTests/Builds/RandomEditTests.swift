import TestSupport
import Testing

@testable import Site

/// A build over the outputs of earlier ones gives what a build into an empty folder gives, whatever was edited.
@Suite struct RandomEditTests {
    @Test(arguments: 1...6) func buildingOverOldOutputsEqualsACleanBuild(seed: UInt64) async throws {
        var edits = RandomEdits(seed: seed)
        let folder = try SampleProjects.minimal()
        try edits.writeConfiguration(to: folder)
        for round in 1...12 {
            let edit = try edits.next(in: folder)
            let kept = try await SampleBuild.outputs(of: folder)
            let clean = try TemporaryFolder(files: [:])
            for (path, bytes) in try folder.contents() where !path.hasPrefix("site/") && !path.hasPrefix("docs/") {
                try clean.write(bytes, to: path)
            }
            let fresh = try await SampleBuild.outputs(of: clean)
            #expect(differences(kept, fresh) == [], "seed \(seed), round \(round): \(edit)")
        }
    }
}

/// Edits as authors make them, in random order.
private struct RandomEdits {
    var generator: SeededGenerator
    /// The pages in reading order, by their paths below `content`.
    var pages = ["01-arrival.md", "02-mooring.md", "more/03-customs.md"]
    var redirects: [String] = []
    var count = 0

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    mutating func next(in folder: TemporaryFolder) throws -> String {
        count += 1
        let page = pages.randomElement(using: &generator) ?? ""
        let path = "content/\(page)"
        switch Int.random(in: 0..<10, using: &generator) {
        case 0, 1:
            try folder.write(try folder.read(path) + "\nA new line, number \(count).\n", to: path)
            return "changed \(page)"
        case 2:
            try folder.write(
                try folder.read(path) + "\n## Section \(count)\n\nText.[^n\(count)]\n\n[^n\(count)]: Note.\n", to: path)
            return "added a section to \(page)"
        case 3:
            let name =
                "\(["", "more/", "deep/er/"].randomElement(using: &generator) ?? "")\(20 + count)-new-\(count).md"
            try folder.write("# New \(count)\n\nSee [\(page)](\(relative(page, from: name))).\n", to: "content/\(name)")
            pages.insert(name, at: Int.random(in: 0...pages.count, using: &generator))
            try writeConfiguration(to: folder)
            return "added \(name)"
        case 4 where pages.count > 1:
            try folder.remove(path)
            pages.removeAll { $0 == page }
            try writeConfiguration(to: folder)
            return "deleted \(page)"
        case 5:
            let renamed = page.replacing(".md", with: "-\(count).md")
            try folder.write(try folder.read(path), to: "content/\(renamed)")
            try folder.remove(path)
            pages = pages.map { $0 == page ? renamed : $0 }
            try writeConfiguration(to: folder)
            return "renamed \(page)"
        case 6:
            let template =
                ["theme/templates/page.mustache", "theme/templates/sidebar.mustache", "theme/templates/head.mustache"]
                .randomElement(using: &generator) ?? ""
            try folder.write(try folder.read(template) + "<!-- \(count) -->\n", to: template)
            return "changed \(template)"
        case 7:
            try folder.write("body { width: \(count)rem; }\n", to: "theme/assets/style.css")
            try folder.write("> [!TIP]\n> Tip \(count).\n", to: "content/_shared/note.md")
            return "changed an asset and an included file"
        case 8:
            try folder.write("data \(count)", to: "content/data/\(count).txt")
            try folder.write(
                try folder.read(path) + "\nSee [data](\(relative("data/\(count).txt", from: page))).\n", to: path)
            return "linked a file from \(page)"
        default:
            redirects.append("old/\(count).html")
            if redirects.count > 2 { redirects.removeFirst() }
            pages.shuffle(using: &generator)
            try writeConfiguration(to: folder)
            return "changed redirects and the order"
        }
    }

    private func relative(_ target: String, from page: String) -> String {
        String(repeating: "../", count: page.count { $0 == "/" }) + target
    }

    func writeConfiguration(to folder: TemporaryFolder) throws {
        try folder.write(
            """
            site: {title: Harbour, url: "https://harbour.example/"}
            publications:
              - id: handbook
                title: The Handbook
                source: content
                markdown: docs/handbook.md
                path: ""
                navigation:
                  - {title: All, pages: [\(pages.joined(separator: ", "))]}
            redirects: {\(redirects.map { "\($0): \(pages[0])" }.joined(separator: ", "))}
            """, to: "galley.yml")
    }
}
