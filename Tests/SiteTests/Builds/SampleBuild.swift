import Diagnostics
import TestSupport
import Testing

@testable import Site

/// A project that was read, and what can be made of it.
struct SampleBuild {
    let press: Press
    /// Kept as long as files may be read from it.
    private let folder: TemporaryFolder
    var project: Project { press.project }

    init(_ folder: TemporaryFolder, width: Int = 2, remembers: Bool = false) async throws {
        self.folder = folder
        var findings: [Diagnostic] = []
        let project = try await Project.read(
            root: folder.path, configurationPath: "galley.yml", width: width, today: "2026-05-05",
            remembers: remembers, into: &findings)
        press = Press(project, version: "test", into: &findings)
        try #require(
            findings.isEmpty, "\(findings.map { "\($0.span.file.path) \($0.span.start.line): \($0.message)" })")
    }

    /// Builds a project, and gives all that the build wrote.
    @discardableResult
    static func outputs(
        of folder: TemporaryFolder, width: Int = 2, remembers: Bool = false
    ) async throws -> [String: [UInt8]] {
        let build = try await SampleBuild(folder, width: width, remembers: remembers)
        let result = await build.press.build()
        try #require(result.findings.isEmpty, "\(result.findings.map(\.message))")
        return try folder.contents().filter { $0.key.hasPrefix("site/") || $0.key.hasPrefix("docs/") }
    }
}

/// Says which files differ, without printing them.
func differences(_ left: [String: [UInt8]], _ right: [String: [UInt8]]) -> [String] {
    Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }.sorted()
}
