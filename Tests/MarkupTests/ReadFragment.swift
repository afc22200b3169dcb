import Diagnostics
import TestSupport
import Testing

@testable import Markup

/// Reads the fragment `main.md` of a temporary project.
struct ReadFragment {
    let folder: TemporaryFolder
    let fragment: FragmentText?
    let report: [Diagnostic]

    init(_ main: String, files: [String: String] = [:], limit: Int = FragmentText.standardLimit) throws {
        try self.init(bytes: Array(main.utf8), files: files, limit: limit)
    }

    init(bytes: [UInt8], files: [String: String] = [:], limit: Int = FragmentText.standardLimit) throws {
        let folder = try TemporaryFolder(files: files)
        try folder.write(bytes, to: "main.md")
        try self.init(in: folder, limit: limit)
    }

    init(in folder: TemporaryFolder, limit: Int = FragmentText.standardLimit) throws {
        self.folder = folder
        var report: [Diagnostic] = []
        let project = try #require(ProjectFiles(root: folder.path))
        fragment = FragmentText.read("main.md", in: project, limit: limit, into: &report)
        self.report = report
    }

    var text: String { fragment.map { String(decoding: $0.text, as: UTF8.self) } ?? "" }
    var messages: [String] { report.map(\.message) }
    var ranges: [Range<Int>] { report.map(\.span.range) }

    /// Where a part of the text comes from.
    func origin(of part: String) throws -> PositionMap.Origin {
        let fragment = try #require(fragment)
        let start = try #require(fragment.text[...].firstRange(of: Array(part.utf8)))
        return fragment.map.origin(of: start)
    }
}

extension ArraySlice<UInt8> {
    func firstRange(of part: [UInt8]) -> Range<Int>? {
        indices.first { self[$0...].starts(with: part) }.map { $0..<$0 + part.count }
    }
}
