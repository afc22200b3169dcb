import Foundation

/// Projects that whole runs are tried on, each as a copy of its own.
public enum SampleProjects {
    private static let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()

    /// A small project that uses every construct, with a theme of its own: `Tests/Scripts/Projects/minimal`.
    public static func minimal() throws -> TemporaryFolder {
        try TemporaryFolder(copyOf: tests.appendingPathComponent("Scripts/Projects/minimal"))
    }

    /// The small project under the theme of this repository.
    public static func themed() throws -> TemporaryFolder {
        let folder = try minimal()
        try FileManager.default.removeItem(at: folder.url.appendingPathComponent("theme"))
        try FileManager.default.copyItem(
            at: repository.appendingPathComponent("theme"), to: folder.url.appendingPathComponent("theme"))
        return folder
    }

    /// The fragments of this repository, all of them, under its theme. The configuration is made for the test, so that
    /// fragments can be tried before the navigation lists them.
    public static func own() throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        for name in ["content", "theme"] {
            try FileManager.default.copyItem(
                at: repository.appendingPathComponent(name), to: folder.url.appendingPathComponent(name))
        }
        let pages = folder.files().filter { $0.hasPrefix("content/loki/") && $0.hasSuffix(".md") }
            .map { String($0.dropFirst("content/loki/".count)) }.filter { !$0.hasPrefix("_") && !$0.contains("/_") }
        try folder.write(
            """
            site: {title: Loki, url: "https://docs.example/loki/"}
            publications:
              - id: loki
                title: Loki
                source: content/loki
                markdown: docs/loki.md
                path: ""
                navigation: [{title: All, pages: [\(pages.joined(separator: ", "))]}]
            """, to: "galley.yml")
        return folder
    }

    /// The folder of this repository.
    public static var repository: URL { tests.deletingLastPathComponent() }
}

extension TemporaryFolder {
    /// A folder with what another one holds.
    public convenience init(copyOf folder: URL) throws {
        try self.init()
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            try FileManager.default.copyItem(
                at: folder.appendingPathComponent(name), to: url.appendingPathComponent(name))
        }
    }

    /// The content of each file below a folder, by its path there.
    public func contents(below path: String = "") throws -> [String: [UInt8]] {
        let prefix = path.isEmpty ? "" : path + "/"
        var contents: [String: [UInt8]] = [:]
        for file in files() where file.hasPrefix(prefix) {
            contents[String(file.dropFirst(prefix.count))] = Array(
                try Data(contentsOf: url.appendingPathComponent(file)))
        }
        return contents
    }

    public func remove(_ path: String) throws {
        try FileManager.default.removeItem(at: url.appendingPathComponent(path))
    }
}
