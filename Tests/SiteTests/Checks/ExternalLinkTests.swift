import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Site

/// Links out of the site, with the bytes that the author wrote.
@Suite struct ExternalLinkTests {
    private func links(_ fragment: String, note: String = "") async throws -> [ExternalLink] {
        let folder = try SampleProjects.minimal()
        try folder.write(fragment, to: "content/01-arrival.md")
        if !note.isEmpty { try folder.write(note, to: "content/_shared/note.md") }
        return await SiteCheck(try await SampleBuild(folder).press).takeExternalLinks()
            .filter { !$0.address.contains("git.example") }
    }

    @Test func aHostOfIPv6StaysOne() async throws {
        let marked = MarkedText(
            "# A\n\n[a](⟦http://[::1]:80/[b]?[c]⟧) <⟦https://[2606:4700::1111]/⟧> [d](x/[e])\n")
        let links = try await links(marked.text)
        #expect(links.map(\.address) == ["http://[::1]:80/%5Bb%5D?%5Bc%5D", "https://[2606:4700::1111]/"])
        #expect(links.map(\.origin.span.range) == marked.ranges)
    }

    @Test func eachFormOfLinkHasItsBytes() async throws {
        let marked = MarkedText(
            """
            # A

            [a](⟦https://a.dev/1⟧ "t") <⟦https://a.dev/2⟧> ⟦https://a.dev/3⟧ ![i](⟦https://a.dev/4.png⟧)
            <a href="⟦https://a.dev/5?a=1&amp;b=2⟧">b</a> [c](<⟦https://a.dev/6⟧>)

            - in a [list](⟦//a.dev/7⟧) and [mail](⟦mailto:x@a.dev⟧)
            """)
        let links = try await links(marked.text)
        #expect(links.map(\.origin.span.range) == marked.ranges)
        #expect(links[4].address == "https://a.dev/5?a=1&b=2")
        #expect(links[4].replaceable == nil, "HTML stays as it is")
        #expect(links[0].replaceable?.range == marked.ranges[0])
        #expect(links.allSatisfy { $0.origin.span.file.path == "content/01-arrival.md" })
    }

    @Test func aReferenceIsToldAtItsUseWithItsDefinition() async throws {
        let marked = MarkedText("# A\n\nSee [x][⟦home⟧] and [⟦home⟧].\n\n[home]: ⟦https://a.dev/⟧\n")
        let links = try await links(marked.text)
        #expect(links.map(\.origin.span.range) == [marked.ranges[0], marked.ranges[1]])
        #expect(links.map(\.definition?.range) == [marked.ranges[2], marked.ranges[2]])
        #expect(links.map(\.replaceable?.range) == [marked.ranges[2], marked.ranges[2]])
    }

    @Test func anIncludedLinkIsToldInItsFile() async throws {
        let links = try await links("# A\n\n{{include _shared/note.md}}\n", note: "[a](https://a.dev/)\n")
        let link = try #require(links.first { $0.address == "https://a.dev/" })
        #expect(link.origin.span.file.path == "content/_shared/note.md")
        #expect(link.origin.span.text == "https://a.dev/")
        #expect(link.origin.includedFrom.map(\.file.path) == ["content/01-arrival.md"])
    }

    @Test func sourceSetsHoldSeveral() async throws {
        let links = try await links(
            "# A\n\n<img src=\"files/flag.svg\" alt=\"x\" srcset=\"https://a.dev/1 1x, https://a.dev/2 2x\">\n")
        #expect(links.map(\.address) == ["https://a.dev/1", "https://a.dev/2"])
        #expect(links.map(\.origin.span.text) == ["https://a.dev/1", "https://a.dev/2"])
    }

    /// Whatever a browser loads for a page, in HTML of the author's own: each at its bytes.
    @Test func whatHTMLLoads() async throws {
        let marked = MarkedText(
            """
            # A

            <img alt="x" src="⟦https://a.dev/img⟧" srcset="⟦https://a.dev/set-1⟧ 1x, ⟦//a.dev/set-2⟧ 2x">
            <picture><source srcset="⟦https://a.dev/source⟧ 2x"><img alt="x" src="files/flag.svg"></picture>
            <video src="⟦https://a.dev/video⟧" poster="⟦https://a.dev/poster⟧"><track src="⟦https://a.dev/track⟧"></video>
            <audio src="⟦https://a.dev/audio⟧"></audio> <embed src="⟦https://a.dev/embed⟧">
            <object data="⟦https://a.dev/object⟧"></object>
            <map><area alt="x" href="⟦https://a.dev/area⟧"></map>
            <link rel="stylesheet" href="⟦https://a.dev/style⟧"> <link rel="preload" href="⟦https://a.dev/preload⟧">
            <link rel="icon" href="⟦https://a.dev/icon⟧"> <link rel="canonical" href="https://a.dev/canonical">

            """)
        let links = try await links(marked.text)
        #expect(links.map(\.origin.span.range) == marked.ranges)
        #expect(links.map(\.address) == links.map(\.origin.span.text))
    }

    /// What only templates can have, since Markdown of GitHub's kind shows such elements as text: told in the template, once.
    @Test func whatTemplatesLoad() async throws {
        let folder = try SampleProjects.minimal()
        let head = MarkedText(
            """
            <script src="⟦https://a.dev/script?a=1&amp;b=2⟧"></script><script src='⟦//a.dev/script-2⟧'></script>
            <link rel="stylesheet" href="⟦https://a.dev/style⟧"><link rel="preload" href="⟦https://a.dev/preload⟧">
            <meta name="x" content="https://a.dev/{{page.title}}"><iframe src="⟦https://a.dev/frame⟧"></iframe>

            """)
        let rest = try String(contentsOfFile: folder.path + "/theme/templates/head.mustache", encoding: .utf8)
        try folder.write(head.text + rest, to: "theme/templates/head.mustache")
        let links = await SiteCheck(try await SampleBuild(folder).press).takeExternalLinks()
            .filter { $0.address.contains("a.dev") }
        #expect(links.map(\.address).first == "https://a.dev/script?a=1&b=2")
        #expect(links.map(\.origin.span.range) == head.ranges)
        #expect(links.allSatisfy { $0.origin.span.file.path == "theme/templates/head.mustache" })
        #expect(links.allSatisfy { $0.replaceable == nil })
    }

    @Test func whatTemplatesMakeIsToldAtTheSetting() async throws {
        let folder = try SampleProjects.themed()
        let links = await SiteCheck(try await SampleBuild(folder).press).takeExternalLinks()
        let repository = try #require(links.first { $0.address == "https://git.example/harbour" })
        #expect(repository.origin.span.file.path == "galley.yml")
        #expect(repository.origin.span.text == "https://git.example/harbour")
        #expect(links.filter { $0.address == "https://git.example/harbour" }.count == 1)
    }
}

@Suite struct SourceSetTests {
    @Test(arguments: [
        ("a.png", ["a.png"]), ("a.png 1x, b.png 2x", ["a.png", "b.png"]), (" a.png 1x ,b.png", ["a.png", "b.png"]),
        ("data:image/png;base64,AA== 2x, b.png", ["data:image/png;base64,AA==", "b.png"]),
        ("a.png,b.png 2x", ["a.png,b.png"]), ("a.png, b.png", ["a.png", "b.png"]), ("", []), (" , ", []),
        ("a.png calc(1, 2), b.png", ["a.png", "b.png"]),
    ])
    func reads(text: String, addresses: [String]) { #expect(SourceSet.addresses(text) == addresses) }
}
