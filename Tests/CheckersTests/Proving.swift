import Checkers
import Configuration
import Diagnostics
import Foundation
import Proofs
import TestSupport
import Testing
import YAML

/// Proves a text as if it stood in a page, by the checker that the registry has for it.
struct Proving {
    var language: String
    var kind: String?
    /// Files of the project beside the page.
    var files: [String: String] = [:]
    /// What `galley.yml` says besides a site.
    var configuration = ""
    var request = ProofRequest()
    /// Snippets that stand before it on the page.
    var above: [(language: String, text: String)] = []
    /// The Loki of the services.
    var server: LokiServer?
    var path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    /// Takes the place of the registry's.
    var checker: (any Checker)?

    init(_ language: String, as kind: String? = nil) {
        self.language = language
        self.kind = kind
    }

    func callAsFunction(_ text: String) async throws -> Proof {
        try await prove(text) { checker, snippet, workbench in await checker.prove(snippet, in: workbench) }
    }

    /// As a checker is asked that proves many at once.
    func batch(_ text: String) async throws -> Proof {
        try await prove(text) { checker, snippet, workbench in
            await checker.prove([snippet], in: workbench).first ?? Proof(level: nil)
        }
    }

    private func prove(
        _ text: String, by work: (any Checker, Snippet, Workbench) async -> Proof
    ) async throws -> Proof {
        let folder = try TemporaryFolder(files: files)
        var findings: [Diagnostic] = []
        let yaml =
            "site: {title: Test}\npublications: [{id: t, title: T, source: pages, navigation: []}]\n" + configuration
        let root = try #require(ProjectFiles(root: folder.url.path))
        let settings = try #require(
            Configuration(SourceFile(path: "galley.yml", text: yaml), into: &findings), "\(findings.map(\.message))")
        let page = SourceFile(path: "pages/test.md", text: text.hasSuffix("\n") || text.isEmpty ? text : text + "\n")
        let map = PositionMap(identity: page)
        let before = above.enumerated().map { number, snippet in
            let file = SourceFile(path: "pages/test.md", text: snippet.text + "\n")
            return Snippet(
                id: "above-\(number)", isNamed: true, fragment: file.path, number: number, language: snippet.language,
                kind: nil, code: file.bytes, map: PositionMap(identity: file),
                opening: PositionMap(identity: file).origin(of: 0..<0), request: ProofRequest(), output: nil)
        }
        let snippet = Snippet(
            id: "test", isNamed: true, fragment: "pages/test.md", number: before.count, language: language,
            kind: kind.map { Located($0, at: map.origin(at: 0)) }, code: page.bytes, map: map,
            opening: map.origin(of: 0..<0), request: request, output: nil)
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let galley = tests.deletingLastPathComponent().appendingPathComponent("galley").path
        let registry = CheckerRegistry(settings.proofs, galley: galley, loki: server)
        let workbench = Workbench(
            files: root, configuration: settings, snippets: before + [snippet], toolbox: Toolbox(path: path),
            services: registry.services)
        let subject = Subject(language, as: kind)
        let checker = try #require(self.checker ?? registry.checkers.last { $0.subjects.contains(subject) })
        let proof = await work(checker, snippet, workbench)
        await workbench.close()
        return proof
    }

    /// The findings as `rule: text under the finding`, in the order of their places.
    func findings(_ text: String) async throws -> [String] {
        try await self(text).findings.sorted(by: Diagnostic.inReadingOrder).map { "\($0.rule): \($0.span.text)" }
    }

    /// Whether this machine lets sandboxes be made.
    static var hasSandbox: Bool {
        get async {
            if case .success = await Sandbox.find(Toolbox(path: "/usr/local/bin:/usr/bin:/bin")) { true } else { false }
        }
    }

    /// Whether a server of PostgreSQL is installed where Debian puts it.
    static var hasPostgres: Bool {
        (13...20).contains { FileManager.default.isExecutableFile(atPath: "/usr/lib/postgresql/\($0)/bin/postgres") }
    }

    /// With the programs from PyPI that `make` installs in the project's folder.
    static func withTools(_ language: String, as kind: String? = nil) -> Proving {
        var proving = Proving(language, as: kind)
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        proving.path += ":" + root.appendingPathComponent(".build-tools/bin").path
        return proving
    }

    /// Whether the schemas of Kubernetes are installed.
    static var hasKubernetes: Bool {
        get async {
            let program = Program("kubernetes-validate", installation: "", purpose: "")
            return await Toolbox(path: withTools("yaml").path).find(program) != nil
        }
    }
}
