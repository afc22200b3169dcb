import TestSupport
import Testing

@testable import Site

/// A build that begins with what the last one knew gives what a build into an empty folder gives, whatever was edited.
@Suite struct RandomEditTests {
    @Test(arguments: 1...17) func buildingOnTheLastBuildEqualsACleanBuild(seed: UInt64) async throws {
        var edits = RandomEdits(seed: seed)
        let folder = try SampleProjects.minimal()
        try folder.write("[]\n", to: "evidence.json")
        try folder.write("", to: "links.txt")
        try folder.write("> overridden\n", to: "look/static/humans.txt")
        // What the theme of the sample does not show, but a page may depend on.
        let head = "theme/templates/head.mustache"
        try folder.write(
            try folder.read(head) + """
                {{#search}}
                <script src="{{index}}"></script>
                {{/search}}
                {{#site.links}}
                <link rel="help" href="{{.}}">
                {{/site.links}}
                {{#proofs}}
                <meta name="proofs" content="{{sentence}}{{#levels}} {{name}} {{share}}{{/levels}}">
                {{/proofs}}
                {{#page.image}}
                <meta property="og:image" content="{{.}}">
                {{/page.image}}

                """, to: head)
        try edits.writeConfiguration(to: folder)
        for round in 1...12 {
            let edit = try edits.next(in: folder)
            let kept = try await SampleBuild.outputs(of: folder, remembers: true)
            let clean = try TemporaryFolder(files: [:])
            for (path, bytes) in try folder.contents() where Self.isSource(path) { try clean.write(bytes, to: path) }
            let fresh = try await SampleBuild.outputs(of: clean)
            #expect(differences(kept, fresh) == [], "seed \(seed), round \(round): \(edit)")
        }
    }

    private static func isSource(_ path: String) -> Bool {
        !["site/", "docs/", ".galley-cache/"].contains { path.hasPrefix($0) }
    }
}

/// Edits as authors make them, in random order.
private struct RandomEdits {
    var generator: SeededGenerator
    /// The pages in reading order, by their paths below `content`.
    var pages = ["01-arrival.md", "02-mooring.md", "more/03-customs.md"]
    var redirects: [String] = []
    var count = 0
    var evidence: [EvidenceLedger.Entry] = []
    var hasGuide = true
    var hasSearch = true
    var tagline = "By the sea"
    /// With an address the site has a feed and a card; drawing that takes longer than all the rest.
    let hasAddress: Bool

    init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
        hasAddress = seed == 6
    }

    mutating func next(in folder: TemporaryFolder) throws -> String {
        count += 1
        let page = pages.randomElement(using: &generator) ?? ""
        let path = "content/\(page)"
        switch Int.random(in: 0..<22, using: &generator) {
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
        case 9:
            try folder.write("---\ntitle: Title \(count)\nnav: Nav \(count)\n---\n\n# Page \(count)\n", to: path)
            return "gave \(page) another title"
        case 10:
            let moved = "moved/\(count)/\(page.split(separator: "/").last ?? "")"
            try folder.write("# Moved \(count)\n", to: "content/\(moved)")
            try folder.remove(path)
            pages = pages.map { $0 == page ? moved : $0 }
            try writeConfiguration(to: folder)
            return "moved \(page)"
        case 11:
            let code = "count \(count)\n"
            try folder.write(try folder.read(path) + "\n```text\n\(code)```\n", to: path)
            var entries: [EvidenceLedger.Entry] = []
            for text in [code, String(code.dropLast())] {
                let digest = EvidenceLedger.digest(of: text.utf8)
                entries.append(.init(id: "\(page)/\(count)", fragment: path, digest: digest, language: "text"))
                entries[entries.count - 1].level = "parsed"
                entries[entries.count - 1].claims = ["claim \(count)"]
            }
            try folder.write(EvidenceLedger(entries).text, to: "evidence.json")
            evidence = entries
            return "proved an example of \(page)"
        case 12 where !evidence.isEmpty:
            for index in evidence.indices { evidence[index].claims = ["another claim \(count)"] }
            try folder.write(EvidenceLedger(evidence).text, to: "evidence.json")
            return "changed the evidence alone"
        case 13:
            try folder.write("> [!NOTE]\n> Note \(count).\n", to: "content/_shared/note.md")
            try folder.write("more: \(count)\n", to: "content/files/tariff.txt")
            return "changed an included file and one that is linked to"
        case 14:
            if Bool.random(using: &generator) { hasGuide.toggle() } else { hasSearch.toggle() }
            tagline = "Line \(count)"
            try writeConfiguration(to: folder)
            return "changed the configuration"
        case 15:
            let outputs = folder.files().filter { $0.hasPrefix("site/") && $0.hasSuffix("l") }
            guard let output = outputs.randomElement(using: &generator) else { return "nothing" }
            // Of the same size, so that only its content tells.
            let text = try folder.read(output)
            try folder.write(String(text.dropLast(2)) + "?\n", to: output)
            return "changed the output \(output) by hand"
        case 16:
            let outputs = folder.files().filter { $0.hasPrefix("site/") && !$0.hasSuffix(".galley") }
            guard let output = outputs.randomElement(using: &generator) else { return "nothing" }
            try folder.remove(output)
            return "deleted the output \(output)"
        case 17:
            let memory = Bool.random(using: &generator) ? "build" : "search"
            guard var bytes = try folder.contents(below: ".galley-cache")[memory], !bytes.isEmpty else {
                return "nothing"
            }
            if Bool.random(using: &generator) {
                bytes.removeLast(Int.random(in: 0..<bytes.count, using: &generator))
            } else {
                bytes[Int.random(in: 0..<bytes.count, using: &generator)] ^= 1
            }
            try folder.write(bytes, to: ".galley-cache/\(memory)")
            return "damaged the memory \(memory)"
        case 18:
            try folder.write("https://example.org/\(count) 2026-01-\(10 + count)\n", to: "links.txt")
            return "changed the ledger of links"
        case 19:
            let file =
                ["look/static/humans.txt", "theme/static/humans.txt", "theme/static/\(count).txt"]
                .randomElement(using: &generator) ?? ""
            try folder.write("Humans \(count)\n", to: file)
            return "changed \(file)"
        case 20:
            let link = "[there](\(relative(page, from: page))#section-\(count))"
            try folder.write(try folder.read(path) + "\n## Section \(count)\n\nIt is \(link).\n", to: path)
            for other in pages where other != page {
                let text = try folder.read("content/\(other)")
                try folder.write(
                    text + "\nSee [it](\(relative(page, from: other))#section-\(count)).\n", to: "content/\(other)")
                return "linked to a new anchor of \(page) from \(other)"
            }
            return "linked to a new anchor of \(page)"
        case 21:
            // An editor that keeps the time of a file, and a text of the same length.
            let text = try folder.read(path)
            guard let index = text.lastIndex(where: { $0.isASCII && $0.isLetter }) else { return "nothing" }
            let letter: Substring = text[index] == "x" ? "y" : "x"
            try folder.write(String(text[..<index] + letter + text[index...].dropFirst()), to: path)
            return "changed one letter of \(page)"
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
            site: {title: Harbour, tagline: \(tagline)\(hasAddress ? ", url: 'https://harbour.example/'" : "")}
            evidence: evidence.json
            links: {ledger: links.txt}
            search: \(hasSearch)
            overrides: look
            publications:
              - id: handbook
                title: The Handbook
                source: content
                markdown: docs/handbook.md
                path: ""
                guide: \(hasGuide)
                navigation:
                  - {title: All, pages: [\(pages.joined(separator: ", "))]}
            redirects: {\(redirects.map { "\($0): \(pages[0])" }.joined(separator: ", "))}
            """, to: "galley.yml")
    }
}
