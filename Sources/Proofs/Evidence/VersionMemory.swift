import Foundation
import Synchronization

/// The versions of programs that are slow to tell them: launchers of Python packages, which load the whole package first.
///
/// An installer writes the launcher anew with each version, so that its file tells when to ask again. A script of a shell
/// may lead anywhere, and a compiled program answers at once: both are asked in each run.
public final class VersionMemory: Sendable {
    private struct Entry: Codable {
        var stamp: String
        var version: String
    }

    private let path: String
    private let entries: Mutex<[String: Entry]>

    /// - Parameter path: an absolute path; it need not exist. A file that can't be read is as good as none.
    public init(path: String) {
        self.path = path
        let data = FileManager.default.contents(atPath: path) ?? Data()
        entries = Mutex((try? JSONDecoder().decode([String: Entry].self, from: data)) ?? [:])
    }

    /// The version that the program at a path told when its file had a stamp.
    func version(of path: String, _ arguments: [String], stamp: String) -> String? {
        entries.withLock { entries in
            entries[Self.key(path, arguments)].flatMap { $0.stamp == stamp ? $0.version : nil }
        }
    }

    /// Writes what was learned beside the file and renames it. It is a convenience: what can't be written is asked again.
    /// - Parameter stamp: taken before the program was asked, since it may be written anew meanwhile.
    func remember(_ version: String, of path: String, _ arguments: [String], stamp: String) {
        guard !version.isEmpty else { return }
        entries.withLock { entries in
            entries[Self.key(path, arguments)] = Entry(stamp: stamp, version: version)
            guard let data = try? JSONEncoder().encode(entries) else { return }
            let folder = (self.path as NSString).deletingLastPathComponent
            try? FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try? data.write(to: URL(fileURLWithPath: self.path), options: .atomic)
        }
    }

    private static func key(_ path: String, _ arguments: [String]) -> String {
        ([path] + arguments).joined(separator: " ")
    }

    /// What changes when a launcher is written anew; nil for what is no launcher of Python.
    static func stamp(of path: String) -> String? {
        guard let file = fopen(path, "re") else { return nil }
        defer { fclose(file) }
        var status = stat()
        var head = [UInt8](repeating: 0, count: 256)
        let count = fread(&head, 1, head.count, file)
        let line = head.prefix(count).prefix { $0 != UInt8(ascii: "\n") }
        guard line.starts(with: "#!".utf8), String(decoding: line, as: UTF8.self).contains("python"),
            fstat(fileno(file), &status) == 0
        else { return nil }
        let times = [status.st_mtim, status.st_ctim].map { "\($0.tv_sec).\($0.tv_nsec)" }
        return "\(status.st_ino) \(status.st_size) \(times.joined(separator: " "))"
    }
}
