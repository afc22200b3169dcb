import Diagnostics
import Glibc
import TestSupport
import Testing

@testable import Configuration

private let sample = """
    site:
      title: Grafana Loki under FraiseQL
      tagline: Logs that answer
      description: How to run Loki
      language: en
      url: https://docs.example.com/loki
      repository: https://github.com/example/guide
      edit: https://github.com/example/guide/edit/main/{path}
      footer: Apache-2.0
    theme: theme
    overrides: mine
    output: site
    publications:
      - id: loki
        title: Loki
        description: The guide
        source: content/loki
        markdown: docs/production/loki_integration.md
        path: ""
        navigation:
          - title: Start
            pages: [01-overview.md, 02-quick-start.md]
    checks:
      todos: { words: [HACK], allow: [TODO list] }
    limits:
      fragment: 30 MB
    redirects:
      old.html: 02-quick-start.md

    """

/// Loads a `galley.yml` with marks in a temporary project.
private struct Loaded {
    let configuration: Configuration?
    let report: [Diagnostic]
    let marked: MarkedText

    init(
        _ text: String,
        files: [String] = ["content/loki/01-overview.md", "content/loki/02-quick-start.md", "theme/a", "mine/a"]
    ) throws {
        let folder = try TemporaryFolder(files: Dictionary(uniqueKeysWithValues: files.map { ($0, "x") }))
        try self.init(text, in: folder)
    }

    init(_ text: String, in folder: TemporaryFolder) throws {
        marked = MarkedText(text)
        try folder.write(marked.text, to: "galley.yml")
        var report: [Diagnostic] = []
        configuration = Configuration.load(from: try #require(ProjectFiles(root: folder.path)), into: &report)
        self.report = report.sorted(by: Diagnostic.inReadingOrder)
    }
}

@Suite struct ConfigurationTests {
    @Test func theSampleDecodes() throws {
        let loaded = try Loaded(sample)
        #expect(loaded.report.isEmpty)
        let configuration = try #require(loaded.configuration)
        #expect(configuration.site.title.value == "Grafana Loki under FraiseQL")
        #expect(configuration.site.title.span.text == "Grafana Loki under FraiseQL")
        #expect(configuration.site.url?.value == "https://docs.example.com/loki/")
        #expect(configuration.publications[0].path.value == "")
        #expect(configuration.publications[0].markdown?.value == "docs/production/loki_integration.md")
        #expect(configuration.publications[0].pages.map(\.value) == ["01-overview.md", "02-quick-start.md"])
        #expect(configuration.publications[0].pages[1].span.text == "02-quick-start.md")
        #expect(configuration.publications[0].path(of: "02-quick-start.md") == "content/loki/02-quick-start.md")
        #expect(configuration.checks.todoWords.map(\.value) == ["HACK"])
        #expect(configuration.limits.fragment == 30_000_000)
        #expect(configuration.redirects.map { "\($0.from.value) \($0.to.value)" } == ["old.html 02-quick-start.md"])
    }

    @Test func defaults() throws {
        let text = """
            site: { title: T }
            publications: [{ id: loki, title: L, source: ./content/loki/, navigation: [{ title: S, pages: [a.md] }] }]

            """
        let loaded = try Loaded(
            text, files: ["content/loki/a.md", "content/loki/_part.md", "content/loki/x.yaml", "theme/x"])
        #expect(loaded.report.isEmpty)
        let configuration = try #require(loaded.configuration)
        #expect(configuration.site.language == "en")
        #expect(configuration.theme == nil)
        #expect(configuration.output.value == "site")
        #expect(configuration.publications[0].source.value == "content/loki")
        #expect(configuration.publications[0].path.value == "loki")
        #expect(configuration.limits.fragment == 20_000_000)
    }

    /// The sample with one line replaced; the marks show where the only finding is.
    @Test(arguments: [
        ("  tagline: Logs that answer", "  ⟦tagline_⟧: x", "`site` has no key `tagline_`", "did you mean `tagline`?"),
        (
            "  footer: Apache-2.0", "  footer: x\n  ⟦output⟧: x", "`site` has no key `output`",
            "`output` belongs to the top level"
        ),
        (
            "theme: theme", "⟦url⟧: https://x.example.com", "the configuration has no key `url`",
            "`url` belongs to `site`"
        ),
        ("  language: en", "  language: ⟦[en]⟧", "found a list, expected a text", nil),
        (
            "  title: Grafana Loki under FraiseQL", "  ⟦nav⟧: x", "`site` has no key `nav`",
            "remove it, or use one of the known keys"
        ),
        (
            "  url: https://docs.example.com/loki", "  url: ⟦docs.example.com⟧",
            "found `docs.example.com`, expected an address that begins with `https://`",
            "write `https://docs.example.com`"
        ),
        (
            "output: site", "output: ⟦content⟧", "the output folder, `content`, would replace `content/loki`",
            "give the output a folder of its own, such as `site`"
        ),
        (
            "output: site", "output: ⟦content/loki⟧", "the output folder, `content/loki`, would replace `content/loki`",
            "give the output a folder of its own, such as `site`"
        ),
        (
            "output: site", "output: ⟦.⟧", "the output folder, the project's folder, would replace `content/loki`",
            "give the output a folder of its own, such as `site`"
        ),
        (
            "output: site", "output: ⟦content/loki/site⟧",
            "the output `content/loki/site` lies among the sources in `content/loki`", "write it to another folder"
        ),
        (
            "output: site", "output: ⟦../site⟧", "`../site` leads out of the project's folder",
            "name a path below the folder of the configuration, relative to it"
        ),
        (
            "output: site", "output: ⟦/tmp/site⟧", "`/tmp/site` leads out of the project's folder",
            "name a path below the folder of the configuration, relative to it"
        ),
        (
            "theme: theme", "theme: ⟦them⟧", "there is no folder `them`, named as the folder of the theme",
            "did you mean `theme`?"
        ),
        (
            "    source: content/loki", "    source: ⟦content/lokki⟧",
            "there is no folder `content/lokki`, named as the source folder", "did you mean `content/loki`?"
        ),
        (
            "        pages: [01-overview.md, 02-quick-start.md]",
            "        pages: [01-overview.md, ⟦03-x.md⟧, 02-quick-start.md]",
            "there is no fragment `03-x.md` in `content/loki`", "write the fragment, or take it out of the navigation"
        ),
        (
            "        pages: [01-overview.md, 02-quick-start.md]",
            "        pages: [01-overview.md, 02-quick-start.md, ⟦01-overview.md⟧]",
            "the page `01-overview.md` is listed twice", "keep one of the two"
        ),
        ("  fragment: 30 MB", "  fragment: ⟦much⟧", "found the text `much`, expected a size such as `20 MB`", nil),
        (
            "  old.html: 02-quick-start.md", "  ⟦/old.html⟧: 02-quick-start.md",
            "found `/old.html`, expected the old path in the site",
            "write it relative to the root of the site, without a slash at its start: `old.html`"
        ),
        (
            "  - id: loki", "  - id: ⟦Loki 1⟧",
            "found the text `Loki 1`, expected a name of lower-case letters, digits, `-` and `_`", nil
        ),
    ])
    func faultsHaveTheirPlace(line: String, replacement: String, message: String, help: String?) throws {
        #expect(sample.contains(line + "\n"))
        let loaded = try Loaded(sample.replacing(line + "\n", with: replacement + "\n"))
        let found = try #require(loaded.report.first { $0.message == message }, "\(loaded.report.map(\.message))")
        #expect(found.span.range == loaded.marked.ranges[0])
        #expect(found.help == help)
        // The line that stood there may be missed as well.
        #expect(loaded.report.filter { $0.rule.text != "yaml/missing-key" }.count == 1)
    }

    @Test func aMisspelledPageIsReportedWithTheOneMeant() throws {
        let loaded = try Loaded(sample.replacing("02-quick-start.md]", with: "⟦02-quikstart.md⟧]"))
        #expect(loaded.report.map(\.rule.text) == ["configuration/page-not-listed", "configuration/page-missing"])
        #expect(loaded.report[1].help == "did you mean `02-quick-start.md`?")
        #expect(loaded.report[1].span.range == loaded.marked.ranges[0])
        #expect(loaded.report[0].message == "no navigation lists the fragment `02-quick-start.md` in `content/loki`")
        #expect(loaded.report[0].span.text == "content/loki")
    }

    @Test func twoPublicationsNeedTwoPlaces() throws {
        func text(_ id: String, _ path: String) -> String {
            sample.replacing(
                "checks:\n",
                with:
                    "  - id: \(id)\n    title: B\n    source: content/b\n\(path)    navigation: [{ title: S, pages: [a.md] }]\nchecks:\n"
            )
        }
        let files = [
            "content/loki/01-overview.md", "content/loki/02-quick-start.md", "content/b/a.md", "theme/a", "mine/a",
        ]
        #expect(try Loaded(text("b", ""), files: files).report.isEmpty)
        let samePath = try Loaded(text("b", "    path: ⟦''⟧\n"), files: files)
        #expect(samePath.report.map(\.message) == ["two publications would be written to the root of the site"])
        #expect(samePath.report.map(\.span.range) == samePath.marked.ranges)
        #expect(
            try Loaded(text("⟦loki⟧", ""), files: files).report.map(\.message) == [
                "two publications have the id `loki`"
            ])
    }

    @Test func anOutputBehindALinkIsRefused() throws {
        let outside = try TemporaryFolder()
        let folder = try TemporaryFolder(files: [
            "content/loki/01-overview.md": "", "content/loki/02-quick-start.md": "", "theme/a": "", "mine/a": "",
        ])
        #expect(symlink(outside.path, folder.path + "/link") == 0)
        let loaded = try Loaded(sample.replacing("output: site", with: "output: ⟦link/site⟧"), in: folder)
        #expect(loaded.report.map(\.rule.text) == ["configuration/outside-project"])
        #expect(loaded.report.map(\.span.range) == loaded.marked.ranges)
    }

    @Test func whatCantBeReadIsReported() throws {
        let folder = try TemporaryFolder()
        let project = try #require(ProjectFiles(root: folder.path))
        var report: [Diagnostic] = []
        #expect(Configuration.load(from: project, into: &report) == nil)
        #expect(report.map(\.message) == ["there is no configuration `galley.yml`"])
        #expect(try Loaded("").report.map(\.message) == ["the configuration is empty"])
        #expect(try Loaded("# only a comment\n").report.map(\.message) == ["the configuration is empty"])
        #expect(try Loaded("- a\n").report.map(\.rule.text) == ["yaml/wrong-type"])
        #expect(
            try Loaded("site: {title: x}\npublications: []\n").report.map(\.message) == [
                "found an empty list, expected at least one publication"
            ])
        #expect(
            try Loaded("a: 1\n").report.map(\.rule.text).sorted() == [
                "yaml/missing-key", "yaml/missing-key", "yaml/unknown-key",
            ])
    }
}
