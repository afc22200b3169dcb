import Diagnostics
import Foundation
import Site
import Synchronization
import TestSupport
import Testing

/// Sites that tests open, each built once in a folder of its own. Tests that change files take a copy.
enum BuiltSites {
    /// The small project that uses every construct, under the theme of this repository.
    static func sample() async throws -> TemporaryFolder { try await sampleTask.value }

    /// This repository's own site, with what has been proven of its examples.
    static func own() async throws -> TemporaryFolder { try await ownTask.value }

    private static let sampleTask = Task { try await built(SampleProjects.themed()) }

    private static let ownTask = Task {
        let folder = try TemporaryFolder()
        for name in ["galley.yml", "content", "theme"] {
            try FileManager.default.copyItem(
                at: SampleProjects.repository.appendingPathComponent(name), to: folder.url.appendingPathComponent(name))
        }
        return try await built(folder)
    }

    private static func built(_ folder: TemporaryFolder) async throws -> TemporaryFolder {
        var findings: [Diagnostic] = []
        let project = try await Project.read(
            root: folder.path, configurationPath: "galley.yml", width: 2, today: "2026-05-05", into: &findings)
        let result = await Press(project, version: "test", into: &findings).build()
        try #require(findings.isEmpty && result.findings.isEmpty, "\(findings + result.findings)")
        removeAtExit(folder)
        return folder
    }

    /// What a process keeps to its end is not removed with its last use.
    private static let kept = Mutex<[TemporaryFolder]>([])

    private static func removeAtExit(_ folder: TemporaryFolder) {
        let isFirst = kept.withLock { kept in
            kept.append(folder)
            return kept.count == 1
        }
        guard isFirst else { return }
        atexit {
            for folder in BuiltSites.kept.withLock({ $0 }) { try? FileManager.default.removeItem(at: folder.url) }
        }
    }
}

extension TemporaryFolder {
    /// A file of the built site.
    func page(_ path: String) -> URL { url.appendingPathComponent("site/\(path)") }

    /// The paths of the site's pages, sorted; old addresses that lead on left out.
    func pages() throws -> [String] {
        try files().filter { $0.hasPrefix("site/") && $0.hasSuffix(".html") }
            .filter { try !read($0).contains("data-redirect=") }
            .map { String($0.dropFirst("site/".count)) }
    }
}
