import Glibc
import Synchronization

/// A folder that a build makes, written so that an interrupted build leaves the last good one.
///
/// New and changed files are written to a folder beside the others (`place`), and renamed into their places only when
/// all of them are there (`publish`). The folder keeps a list of what the build made, so that what a later build no
/// longer makes can be removed or replaced, and nothing else ever is.
public final class OutputFolder: Sendable {
    /// The name of the list of outputs, in the folder itself.
    public static let manifestName = ".galley"
    private static let stagingName = ".galley-staging"

    /// The absolute path of the folder.
    public let path: String
    private let staging: String
    private let placed = Mutex<[String: Placement]>([:])
    /// What nobody made anew.
    private let kept = Mutex<[String]>([])
    /// What the last build made, by its list.
    private let listed: Set<String>
    /// Whether the list is as a build writes it, sorted.
    private let isOwnList: Bool
    /// Folders of the staging area, and ways to outputs, that were looked at.
    private let folders = Mutex<Set<String>>([])

    /// What became of an output.
    public enum Placement: Sendable, Hashable {
        case same, changed, new
    }

    /// How an output folder differs from what a build makes.
    public struct Difference: Sendable, Hashable {
        public enum Kind: String, Sendable { case missing, changed, stale }
        public let kind: Kind
        /// The path in the folder.
        public let path: String
    }

    public init(path: String) {
        self.path = path
        staging = "\(path)/\(Self.stagingName)"
        let manifest = (try? FileAccess.read("\(path)/\(Self.manifestName)")) ?? []
        let lines = manifest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        listed = Set(lines.filter { !$0.isEmpty })
        isOwnList =
            lines.last == "" && lines.count == listed.count + 1
            && zip(lines, lines.dropFirst().dropLast()).allSatisfy(<)
    }

    /// Outputs in whose place somebody else's files are.
    public var foreign: [String] {
        placed.withLock { outputs in outputs.filter { $0.value == .changed && !listed.contains($0.key) }.keys.sorted() }
    }

    /// Removes what an interrupted build left.
    public func begin() throws(FileProblem) {
        try FileAccess.makeFolder(path)
        FileAccess.remove(staging)
        try FileAccess.makeFolder(staging)
    }

    /// Takes one output, and writes it beside the others where it differs from what is there. May be called from
    /// several tasks at the same time, for different paths.
    /// - Returns: the stamp of the file that will be there.
    @discardableResult
    func place(_ bytes: [UInt8], at output: String) throws(FileProblem) -> FileStamp {
        let folder = output.lastIndex(of: "/").map { String(output[..<$0]) } ?? ""
        if !folders.withLock({ $0.contains(folder) }) {
            try checkWay(to: output)
            try FileAccess.makeFolder("\(staging)/\(folder)")
            folders.withLock { _ = $0.insert(folder) }
        }
        let present = try FileAccess.readStamped("\(path)/\(output)")
        if let present, FileAccess.isSame(present.bytes, bytes) {
            placed.withLock { $0[output] = .same }
            return present.stamp
        }
        let stamp = try FileAccess.write(bytes, to: "\(staging)/\(output)")
        placed.withLock { $0[output] = present == nil ? .new : .changed }
        return stamp
    }

    /// Counts outputs among those that the build makes, though nobody made them anew.
    func count(_ outputs: [BuildMemory.File]) {
        kept.withLock { kept in
            for output in outputs { kept.append(output.path) }
        }
    }

    /// What became of all outputs.
    private var outputs: Outputs { Outputs(placed: placed.withLock { $0 }, kept: kept.withLock { $0 }) }

    private struct Outputs {
        let placed: [String: Placement]
        let kept: [String]

        /// Whether these are the paths of a list.
        func are(_ listed: Set<String>) -> Bool {
            placed.count + kept.count == listed.count && kept.allSatisfy(listed.contains)
                && placed.keys.allSatisfy(listed.contains)
        }

        var paths: [String] { Array(placed.keys) + kept }
    }

    /// Notes what an output would be, and writes nothing.
    public func note(_ bytes: [UInt8], at output: String) throws(FileProblem) {
        let placement = try compare(bytes, at: output)
        placed.withLock { $0[output] = placement }
    }

    /// Moves all outputs to their places, and removes what the last build made and this one did not.
    /// - Returns: how many files changed, the removed ones included.
    public func publish() throws(FileProblem) -> Int {
        let outputs = outputs
        // Most builds make what the last one made.
        let isListed = outputs.are(listed)
        let stale = isListed ? [] : stalePaths(among: outputs.paths)
        // While files are moved, the list has the old ones and the new: whoever finds a folder in between knows all of
        // them for Galley's work.
        if !isListed || !isOwnList { try writeManifest(outputs.paths + stale) }

        var known: Set<String> = []
        var moved = outputs.placed.filter { $0.value != .same }.map(\.key)
        // Pages last: until then the old ones find the old assets, which are removed at the end.
        moved.sort { ($0.hasSuffix(".html") ? 1 : 0, $0) < ($1.hasSuffix(".html") ? 1 : 0, $1) }
        for output in moved {
            let target = "\(path)/\(output)"
            if let slash = target.lastIndex(of: "/"), known.insert(String(target[..<slash])).inserted {
                try FileAccess.makeFolder(String(target[..<slash]))
            }
            try FileAccess.rename("\(staging)/\(output)", to: target)
        }
        for output in stale { removeStale(output) }
        if !stale.isEmpty { try writeManifest(outputs.paths) }
        FileAccess.remove(staging)
        return moved.count + stale.count
    }

    /// Forgets what was placed; the folder stays as it was.
    public func discard() { FileAccess.remove(staging) }

    /// How the folder differs from what was noted.
    public func differences() throws(FileProblem) -> [Difference] {
        let outputs = outputs
        var differences = outputs.placed.compactMap { output, placement -> Difference? in
            switch placement {
            case .same: nil
            case .changed: Difference(kind: .changed, path: output)
            case .new: Difference(kind: .missing, path: output)
            }
        }
        differences += stalePaths(among: outputs.paths).map { Difference(kind: .stale, path: $0) }
        if differences.isEmpty, try compare(manifest(outputs.paths), at: Self.manifestName) != .same {
            differences.append(Difference(kind: .changed, path: Self.manifestName))
        }
        return differences.sorted { $0.path < $1.path }
    }

    private func compare(_ bytes: [UInt8], at output: String) throws(FileProblem) -> Placement {
        guard let present = try FileAccess.read("\(path)/\(output)") else { return .new }
        return FileAccess.isSame(present, bytes) ? .same : .changed
    }

    private func manifest(_ outputs: [String]) -> [UInt8] {
        Array((outputs.sorted().joined(separator: "\n") + "\n").utf8)
    }

    private func writeManifest(_ outputs: [String]) throws(FileProblem) {
        let bytes = manifest(outputs)
        guard try compare(bytes, at: Self.manifestName) != .same else { return }
        try FileAccess.write(bytes, to: "\(staging)/\(Self.manifestName)")
        try FileAccess.rename("\(staging)/\(Self.manifestName)", to: "\(path)/\(Self.manifestName)")
    }

    /// Nothing is written outside of the folder, also not through a symbolic link in it.
    private func checkWay(to output: String) throws(FileProblem) {
        let parts = output.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains(where: { $0.isEmpty || $0 == "." || $0 == ".." }) else {
            throw FileProblem(operation: "write", path: "\(path)/\(output)", code: EINVAL)
        }
        var folder = path
        for part in parts.dropLast() {
            folder += "/\(part)"
            var status = stat()
            guard lstat(folder, &status) == 0 else { return }
            if status.st_mode & S_IFMT == S_IFLNK {
                throw FileProblem(operation: "write through the symbolic link", path: folder, code: ELOOP)
            }
        }
    }

    /// What the last build made and this one did not. Entries that lead out of the folder are passed over: the list is
    /// a file that anyone may have edited.
    private func stalePaths(among outputs: [String]) -> [String] {
        listed.subtracting(outputs).filter { entry in
            isInside(entry) && FileAccess.exists("\(path)/\(entry)")
        }.sorted()
    }

    private func isInside(_ entry: String) -> Bool {
        guard !entry.hasPrefix("/"), !entry.split(separator: "/").contains("..") else { return false }
        // No part of the way may be a symbolic link: it could lead anywhere.
        var folder = path
        for part in entry.split(separator: "/").dropLast() {
            folder += "/\(part)"
            var status = stat()
            guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return false }
        }
        return !FileAccess.isFolder("\(path)/\(entry)")
    }

    private func removeStale(_ output: String) {
        unlink("\(path)/\(output)")
        var parts = output.split(separator: "/").dropLast()
        while !parts.isEmpty, rmdir("\(path)/\(parts.joined(separator: "/"))") == 0 { parts = parts.dropLast() }
    }
}
