import Configuration
import Diagnostics
import Foundation
import Proofs
import TestSupport

/// A workbench over a small project.
struct Bench {
    let workbench: Workbench
    private let folder: TemporaryFolder

    /// - Parameter configuration: what `galley.yml` has besides a site and a publication.
    init(configuration: String, files: [String: String], services: [any Service]? = nil) throws {
        folder = try TemporaryFolder()
        for (path, text) in files { try folder.write(text, to: path) }
        let yaml = """
            site: {title: Lamp}
            publications: [{id: book, title: Book, source: pages, navigation: []}]
            \(configuration)
            """
        var findings: [Diagnostic] = []
        guard let files = ProjectFiles(root: folder.url.path),
            let settings = Configuration(SourceFile(path: "galley.yml", text: yaml), into: &findings)
        else { throw Failure(findings: findings.map(\.message)) }
        // The package manager puts the program beside the tests.
        let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
        let galley = tests.deletingLastPathComponent().appendingPathComponent("galley").path
        workbench = Workbench(
            files: files, configuration: settings, snippets: [],
            toolbox: Toolbox(path: "/usr/local/bin:/usr/bin:/bin:/usr/sbin"),
            services: services ?? [LokiService(galley: galley)])
    }

    /// Whether this machine lets sandboxes be made.
    static var hasSandbox: Bool {
        get async {
            if case .success = await Sandbox.find(Toolbox(path: "/usr/local/bin:/usr/bin:/bin")) { true } else { false }
        }
    }

    struct Failure: Error { let findings: [String] }
}
