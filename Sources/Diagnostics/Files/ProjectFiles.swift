import Glibc
import Synchronization

/// The files of a project: all reading of what authors wrote goes through here.
///
/// Paths are relative to the project's folder, with `/` between the parts. Nothing outside that folder is read, also
/// not through a symbolic link. Each file is read once and kept, so that a run sees one state of it.
public final class ProjectFiles: Sendable {
    /// Why a file can't be had.
    public enum Failure: Error, Sendable, Hashable {
        case missing
        /// The path leads out of the project; where a symbolic link does it, `target` is the file that it leads to.
        case outsideProject(target: String?)
        case isFolder
        /// Not a regular file, or refused by the system; `reason` in words.
        case notReadable(reason: String)
        /// The size and the limit in bytes.
        case tooLarge(size: Int, limit: Int)
    }

    /// An entry of a folder.
    public struct Entry: Sendable, Hashable {
        public let name: String
        public let isFolder: Bool
        /// Whether it is a regular file.
        public let isFile: Bool
    }

    /// The project's folder as an absolute path without symbolic links.
    public let root: String
    private let cache = Mutex<[String: SourceFile]>([:])
    /// Where folders of the project really are.
    private let folders = Mutex<[String: String]>([:])

    /// Nil where there is no such folder.
    public init?(root: String) {
        guard let resolved = Self.resolve(root), Self.status(of: resolved)?.isFolder == true else { return nil }
        self.root = resolved
    }

    /// The file at a path. A file over `limit` bytes is not read.
    public func file(_ path: String, limit: Int = .max) -> Result<SourceFile, Failure> {
        guard let path = Self.normalized(path) else { return .failure(.outsideProject(target: nil)) }
        if let known = cache.withLock({ $0[path] }) {
            return known.bytes.count > limit
                ? .failure(.tooLarge(size: known.bytes.count, limit: limit)) : .success(known)
        }
        return resolvedPath(path).flatMap { Self.read($0, limit: limit) }.map { bytes in
            let file = SourceFile(path: path, bytes: bytes)
            // Two tasks may have read it at the same time; the first to arrive is the one that all see.
            return cache.withLock { files in
                if let known = files[path] { return known }
                files[path] = file
                return file
            }
        }
    }

    /// What a folder holds, sorted by name; empty where there is no such folder in the project. An entry that is a
    /// symbolic link is what it leads to, and left out when it leads out of the project.
    public func entries(of folder: String) -> [Entry] {
        guard let folder = Self.normalized(folder), case .success(let absolute) = resolvedPath(folder),
            let stream = opendir(absolute)
        else { return [] }
        defer { closedir(stream) }
        var entries: [Entry] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name != ".", name != ".." else { continue }
            // What is no link can't lead out of the project.
            let type = Int(entry.pointee.d_type)
            if type == DT_REG || type == DT_DIR {
                entries.append(Entry(name: name, isFolder: type == DT_DIR, isFile: type == DT_REG))
                continue
            }
            guard case .success(let target) = resolvedPath(folder.isEmpty ? name : folder + "/" + name),
                let status = Self.status(of: target)
            else { continue }
            entries.append(Entry(name: name, isFolder: status.isFolder, isFile: status.isFile))
        }
        return entries.sorted { $0.name < $1.name }
    }

    public func isFolder(_ path: String) -> Bool { status(of: path)?.isFolder ?? false }
    /// Whether there is a regular file in the project at this path.
    public func isFile(_ path: String) -> Bool { status(of: path)?.isFile ?? false }

    /// Forgets what was read, so that changed files are read again.
    public func forget(_ paths: some Sequence<String>) {
        folders.withLock { $0 = [:] }
        cache.withLock { files in
            for path in paths { files[Self.normalized(path) ?? path] = nil }
        }
    }

    /// A path joined to a folder, without `.` and `..`; nil where it leads above the project's folder.
    public static func join(_ folder: String, _ path: String) -> String? {
        path.hasPrefix("/") ? nil : normalized(folder.isEmpty ? path : folder + "/" + path)
    }

    /// The folder that a path is in; empty for the project's folder.
    public static func folder(of path: String) -> String {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) } ?? ""
    }

    private static func normalized(_ path: String) -> String? {
        guard !path.hasPrefix("/"), !path.utf8.contains(0) else { return nil }
        if isNormal(path) { return path }
        var parts: [Substring] = []
        for part in path.split(separator: "/") where part != "." {
            if part != ".." {
                parts.append(part)
            } else if parts.popLast() == nil {
                return nil
            }
        }
        return parts.joined(separator: "/")
    }

    /// Whether no part of a path is empty or begins with a dot: most paths are asked for as they are.
    private static func isNormal(_ path: String) -> Bool {
        var isAtStart = true
        for byte in path.utf8 {
            if isAtStart, byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".") { return false }
            isAtStart = byte == UInt8(ascii: "/")
        }
        return !isAtStart || path.isEmpty
    }
}

// MARK: - The system's side

extension ProjectFiles {
    private struct Status {
        var isFolder: Bool
        var isFile: Bool
        var size: Int

        init(_ status: stat) {
            isFolder = status.st_mode & S_IFMT == S_IFDIR
            isFile = status.st_mode & S_IFMT == S_IFREG
            size = Int(status.st_size)
        }
    }

    private func status(of path: String) -> Status? {
        guard let path = Self.normalized(path), case .success(let absolute) = resolvedPath(path) else { return nil }
        return Self.status(of: absolute)
    }

    private static func status(of path: String) -> Status? {
        var result = stat()
        return stat(path, &result) == 0 ? Status(result) : nil
    }

    private static func resolve(_ path: String) -> String? {
        guard let pointer = realpath(path, nil) else { return nil }
        defer { free(pointer) }
        return String(cString: pointer)
    }

    /// The absolute path with symbolic links followed, which must not lead out of the project.
    private func resolvedPath(_ path: String) -> Result<String, Failure> {
        if let resolved = pathInKnownFolder(path) { return .success(resolved) }
        guard let resolved = Self.resolve(path.isEmpty ? root : root + "/" + path) else {
            switch errno {
            case ENOENT, ENOTDIR: return .failure(.missing)
            default: return .failure(.notReadable(reason: Self.reason(errno)))
            }
        }
        return isInside(resolved) ? .success(resolved) : .failure(.outsideProject(target: resolved))
    }

    /// The absolute path of a file that is no link, below a folder that was resolved before: thousands of files lie in few
    /// folders. Nil where that way does not lead to it.
    private func pathInKnownFolder(_ path: String) -> String? {
        let folder = Self.folder(of: path)
        guard !folder.isEmpty else { return nil }
        var known = folders.withLock { $0[folder] }
        if known == nil, let resolved = Self.resolve(root + "/" + folder), isInside(resolved) {
            folders.withLock { $0[folder] = resolved }
            known = resolved
        }
        guard let known else { return nil }
        let file = known + path[path.utf8.index(path.startIndex, offsetBy: folder.utf8.count)...]
        var result = stat()
        guard lstat(file, &result) == 0, result.st_mode & S_IFMT == S_IFREG else { return nil }
        return file
    }

    private func isInside(_ resolved: String) -> Bool {
        resolved == root || resolved.hasPrefix(root == "/" ? root : root + "/")
    }

    private static func read(_ path: String, limit: Int) -> Result<[UInt8], Failure> {
        // Without O_NONBLOCK the opening of a named pipe waits for a writer.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return .failure(.notReadable(reason: reason(errno))) }
        defer { close(descriptor) }
        var result = stat()
        guard fstat(descriptor, &result) == 0 else { return .failure(.notReadable(reason: reason(errno))) }
        let status = Status(result)
        if status.isFolder { return .failure(.isFolder) }
        guard status.isFile else { return .failure(.notReadable(reason: "not a regular file")) }
        guard status.size <= limit else { return .failure(.tooLarge(size: status.size, limit: limit)) }
        return read(descriptor, size: status.size)
    }

    private static func read(_ descriptor: Int32, size: Int) -> Result<[UInt8], Failure> {
        var failure: Failure?
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            while count < size, let base = buffer.baseAddress {
                let read = Glibc.read(descriptor, base + count, size - count)
                if read < 0, errno == EINTR { continue }
                if read < 0 { failure = .notReadable(reason: reason(errno)) }
                if read <= 0 { break }
                count += read
            }
        }
        return failure.map { .failure($0) } ?? .success(bytes)
    }

    private static func reason(_ code: Int32) -> String { String(cString: strerror(code)).lowercased() }
}

extension ProjectFiles.Failure {
    /// Why a file can't be had, in words.
    public var reason: String {
        switch self {
        case .missing: "there is no such file"
        case .outsideProject: "it is outside of the project"
        case .isFolder: "it is a folder"
        case .notReadable(let reason): reason
        case .tooLarge(let size, let limit): "it has \(size) bytes, more than \(limit)"
        }
    }
}
