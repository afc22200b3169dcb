import Configuration
import Diagnostics
import Foundation
import Proofs
import Site
import TestSupport
import Testing

/// A small project of pages whose snippets a test's own checkers prove.
struct ProofProject {
    let folder: TemporaryFolder
    var checkers: [any Checker] = [WordChecker()]
    var services: [any Service] = []
    var today: CalendarDate = .today
    var version = "1"
    var path = "/usr/bin:/bin"

    /// One page, `pages/a.md`.
    init(_ page: String, files: [String: String] = [:], settings: String = "") throws {
        try self.init(pages: ["a.md": page], files: files, settings: settings)
    }

    /// Pages below `pages`, in the order of their names.
    init(pages: [String: String], files: [String: String] = [:], settings: String = "") throws {
        folder = try TemporaryFolder(files: files)
        for name in ["page", "guide", "landing", "not-found", "redirect", "sidebar", "sidebar-item"] {
            try folder.write("", to: "theme/templates/\(name).mustache")
        }
        for (name, text) in pages { try folder.write(text, to: "pages/" + name) }
        try write(settings: settings, pages: pages.keys.sorted())
    }

    func write(settings: String, pages: [String]) throws {
        try folder.write(
            """
            site: {title: Words}
            publications:
              - {id: book, title: Book, source: pages, path: "", navigation: [{title: All, pages: [\(pages.joined(separator: ", "))]}]}
            \(settings)

            """, to: "galley.yml")
    }

    func prepare(ids: Set<String>? = nil, shard: Shard? = nil) async throws -> ProofRun {
        var findings: [Diagnostic] = []
        let project = try? await Project.read(
            root: folder.path, configurationPath: "galley.yml", width: 1, today: "2026-05-05", into: &findings)
        try #require(findings.isEmpty, "\(findings.map(\.message))")
        return ProofRun(
            try #require(project),
            options: .init(
                checkers: checkers, services: services, rules: [WordFault.id, WordDoubt.id], today: today,
                version: version,
                toolbox: Toolbox(path: path), ids: ids, shard: shard))
    }

    func run(
        ids: Set<String>? = nil, shard: Shard? = nil, cache: ProofCache? = nil
    ) async throws -> (verdicts: [Verdict], findings: [Diagnostic]) {
        try await prepare(ids: ids, shard: shard).run(width: 2, cache: cache)
    }

    /// The findings of a run as `rule: text under the finding`.
    func findings() async throws -> [String] { Self.words(try await run().findings) }

    static func words(_ findings: [Diagnostic]) -> [String] {
        findings.sorted(by: Diagnostic.inReadingOrder).map { "\($0.rule): \($0.span.text)" }
    }

    /// A fence of the language `words`.
    static func fence(_ attributes: String, _ code: String) -> String {
        "```words\(attributes.isEmpty ? "" : " {\(attributes)}")\n\(code)\n```\n"
    }

    static func output(_ text: String) -> String { "\n```output\n\(text)\n```\n" }
}
